package se.mandat.running;

import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that stands outside and talks to the running system as any program does. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
public abstract class ClientTest {

    protected final RunningSystem system = RunningSystem.current();
}
