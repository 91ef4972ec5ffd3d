package se.mandat.web.notification;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import se.mandat.notification.Postman;

/** Lets the postman, who stands in the domain, have his letters written here, where the words are. */
@WebListener
public class LettersStart implements ServletContextListener {

    @Inject
    private Postman postman;

    @Inject
    private Letters letters;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        postman.letWrite(letters);
    }
}
