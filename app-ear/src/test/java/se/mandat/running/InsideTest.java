package se.mandat.running;

import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs inside the application: in the real EAR, with its beans, its data source and its transactions. Its
 * fields are injected. It stands in a module beside the domain's, so it sees what is public there.
 */
@ExtendWith(ArquillianExtension.class)
public abstract class InsideTest {}
