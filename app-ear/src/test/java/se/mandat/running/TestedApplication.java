package se.mandat.running;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentDescription;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.container.test.spi.client.deployment.DeploymentScenarioGenerator;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The EAR as it was built and will be delivered, with one web archive beside the others that holds every test class. It
 * is the same for each test class, and so it is deployed once.
 */
public class TestedApplication implements DeploymentScenarioGenerator {

    static final String TESTS = "tests.war";
    static final String TESTS_CONTEXT = "/inside";

    private static final String BEANS =
            """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" bean-discovery-mode="annotated" version="4.0"/>
            """;

    @Override
    public List<DeploymentDescription> generate(TestClass testClass) {
        EnterpriseArchive application = SuiteContainer.isRunning() ? placeholder() : builtApplication();
        return List.of(new DeploymentDescription("mandat", application)
                .shouldBeTestable(true)
                .setProtocol(new ProtocolDescription("Servlet 5.0")));
    }

    private static EnterpriseArchive builtApplication() {
        return BuiltEar.with(Testable.archiveToTest(tests()), TESTS_CONTEXT);
    }

    /** What Arquillian dresses up for the second class and on; nobody deploys it. */
    private static EnterpriseArchive placeholder() {
        WebArchive nothing = ShrinkWrap.create(WebArchive.class, TESTS);
        return ShrinkWrap.create(EnterpriseArchive.class, "mandat.ear").addAsModule(Testable.archiveToTest(nothing));
    }

    private static WebArchive tests() {
        GenericArchive classes = ShrinkWrap.create(GenericArchive.class)
                .as(ExplodedImporter.class)
                .importDirectory(location(TestedApplication.class).toFile())
                .as(GenericArchive.class);
        return ShrinkWrap.create(WebArchive.class, TESTS)
                .merge(classes, "WEB-INF/classes", Filters.exclude(".*/META-INF/.*|.*/se/mandat/(launcher|bench)/.*"))
                .addAsWebInfResource(new StringAsset(BEANS), "beans.xml")
                .addAsLibrary(location(Assertions.class).toFile());
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
