package se.mandat.running;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** The EAR as it was built and will be delivered, with more modules beside its own. */
public final class BuiltEar {

    private BuiltEar() {}

    /**
     * @param contextRoot where the web archive answers, {@code /inside}
     * @param beans archives with enterprise beans; such with a role of their own cannot stand in a web archive
     */
    public static EnterpriseArchive with(Archive<?> web, String contextRoot, JavaArchive... beans) {
        EnterpriseArchive ear =
                ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("mandat.ear")));
        ear.addAsModule(web);
        StringBuilder added = new StringBuilder("<module><web><web-uri>" + web.getName() + "</web-uri><context-root>"
                + contextRoot + "</context-root></web></module>");
        for (JavaArchive archive : beans) {
            ear.addAsModule(archive);
            added.append("<module><ejb>" + archive.getName() + "</ejb></module>");
        }
        ArchivePath descriptor = ear.get("META-INF/application.xml").getPath();
        String modules = text(ear.delete(descriptor).getAsset().openStream());
        ear.setApplicationXML(new StringAsset(modules.replace("</application>", added + "</application>")));
        return ear;
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
