package se.mandat.web.organisation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import se.mandat.cases.CheckMandate;
import se.mandat.mandate.Ledger;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Level;
import se.mandat.organisation.Person;
import se.mandat.shared.Caller;

/** Who the caller is, and how much they may decide over this quarter. */
@Path("/api/v1/me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MeApi {

    @Inject
    private Directory directory;

    @Inject
    private Caller caller;

    @Inject
    private CheckMandate checkMandate;

    record Me(String username, String name, String unit, List<String> roles, Level level, Account mandate) {}

    /** Whole kronor this quarter. */
    record Account(String quarter, long limit, long used, long left) {}

    @GET
    public Me me() {
        Person person = directory.now().person(caller.actor().username()).orElseThrow();
        Ledger.Account account = checkMandate.account();
        return new Me(
                person.username(),
                person.name(),
                person.unit(),
                OrganisationApi.roles(person),
                person.level(),
                new Account(account.quarter().toString(), account.limit(), account.used(), account.left()));
    }
}
