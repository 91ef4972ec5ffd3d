package se.mandat.launcher;

import java.time.Duration;

/** What the run command says when everything is up. */
final class Welcome {

    private Welcome() {}

    static void print(MandatSystem system, Duration took) {
        Settings settings = system.settings();
        System.out.println(
                """

                Mandat is ready after %d s.
                  Pages      %s/
                  API        %s/api/v1
                  Keycloak   %s
                """
                        .formatted(
                                took.toSeconds(),
                                settings.url(),
                                settings.url(),
                                system.issuer().url()));
        system.mailbox()
                .ifPresent(mailbox ->
                        System.out.println("""
                          Mail       %s
                        """
                                .formatted(mailbox.index())));
        if (settings.outsideIssuer().isEmpty()) {
            System.out.println(
                    """
                      Log in with a user name, which is also the password:
                        sara, amir, noor, hugo          meet customers
                        karin, per, bodil, gun, eva     manage (eva is at the top)
                        astrid                          audits
                        stina, sten                     keep closing days, promises and absences
                        maja                            data protection
                      Keycloak's own administrator is %s with password %s: %s/admin/
                    """
                            .formatted(Keycloak.ADMINISTRATOR, Keycloak.ADMINISTRATOR, Keycloak.address(settings)));
        }
        System.out.println("  Ctrl-C ends it. What is in it stays until -Dmandat.reset.");
    }
}
