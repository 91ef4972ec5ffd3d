package se.mandat.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.descriptor.api.Descriptor;
import se.mandat.launcher.MandatSystem;
import se.mandat.launcher.Settings;

/** The launcher as Arquillian sees it: the first deployment starts the whole system, and every later one is that one. */
public class SuiteContainer implements DeployableContainer<SuiteContainer.NoConfiguration> {

    private static MandatSystem running;
    private static RuntimeException failure;

    /** There is nothing to configure. */
    public static class NoConfiguration implements ContainerConfiguration {
        @Override
        public void validate() {
            // nothing can be wrong with nothing
        }
    }

    static boolean isRunning() {
        return running != null;
    }

    static MandatSystem running() {
        if (running == null) {
            throw new IllegalStateException("The system runs for tests only that extend ClientTest or InsideTest.");
        }
        return running;
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> application) {
        if (failure != null) {
            throw failure;
        }
        if (running == null) {
            start(application);
        }
        HTTPContext inside =
                new HTTPContext("127.0.0.1", running.settings().ports().http());
        inside.add(new Servlet("ArquillianServletRunnerEE9", TestedApplication.TESTS_CONTEXT));
        return new ProtocolMetaData().addContext(inside);
    }

    /** Once: what did not start for the first class does not start for the next one either. */
    private static void start(Archive<?> application) {
        Settings settings = Settings.ofTests();
        Path ear = settings.state().resolve("tested").resolve("mandat.ear");
        try {
            Files.createDirectories(ear.getParent());
            application.as(ZipExporter.class).exportTo(ear.toFile(), true);
            running = MandatSystem.start(settings.deploying(ear));
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void undeploy(Archive<?> application) {
        // the next test class finds it where it is
    }

    @Override
    public void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    @Override
    public void start() {
        // deploying starts it
    }

    @Override
    public Class<NoConfiguration> getConfigurationClass() {
        return NoConfiguration.class;
    }

    @Override
    public void setup(NoConfiguration configuration) {
        // nothing to set up
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public void deploy(Descriptor descriptor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void undeploy(Descriptor descriptor) {
        throw new UnsupportedOperationException();
    }
}
