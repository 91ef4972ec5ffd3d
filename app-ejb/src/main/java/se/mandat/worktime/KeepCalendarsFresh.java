package se.mandat.worktime;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Reads the closing days and open eves so often that no command finds them old and has to read them itself. */
@Startup
@Singleton
@DependsOn("SchemaMigrator")
@PermitAll
public class KeepCalendarsFresh {

    @Inject
    private WorkingCalendars calendars;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void read() {
        calendars.read();
    }
}
