package se.mandat.running;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import se.mandat.launcher.MandatSystem;

/** Two nodes on one database behind one address, as an organisation runs them. Deadlines are kept as time goes by. */
public final class TwoNodes implements AutoCloseable {

    private final MandatSystem realm;
    private final Doorway doorway;
    private final List<MandatSystem> nodes;
    private final String database;

    private TwoNodes(MandatSystem realm, Doorway doorway, List<MandatSystem> nodes, String database) {
        this.realm = realm;
        this.doorway = doorway;
        this.nodes = nodes;
        this.database = database;
    }

    /** They start at the same time, on a database that may be empty. */
    static TwoNodes started(MandatSystem realm, String database) {
        Doorway doorway = Doorway.open();
        String url = "http://localhost:" + doorway.port();
        CompletableFuture<MandatSystem> first =
                CompletableFuture.supplyAsync(() -> realm.node("node-1", url, database));
        CompletableFuture<MandatSystem> second =
                CompletableFuture.supplyAsync(() -> realm.node("node-2", url, database));
        List<CompletableFuture<MandatSystem>> both = List.of(first, second);
        TwoNodes nodes = new TwoNodes(realm, doorway, allOrNone(both), database);
        nodes.nodes.forEach(node -> doorway.leadsTo(node.settings().ports().http()));
        realm.peopleComeBackTo(url);
        return nodes;
    }

    private static List<MandatSystem> allOrNone(List<CompletableFuture<MandatSystem>> starting) {
        try {
            return starting.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            starting.forEach(one -> one.thenAccept(MandatSystem::close));
            throw e;
        }
    }

    /** Both, as they are seen through their one address; the first serves as long as it is there. */
    public RunningSystem behindTheDoorway() {
        return RunningSystem.of(nodes.getFirst());
    }

    public DataSource database() {
        return realm.administration(database);
    }

    /** The first is gone, as if its machine had died. */
    public void killTheFirst() {
        nodes.getFirst().applicationIsKilled();
    }

    @Override
    public void close() {
        realm.peopleComeBackTo(realm.settings().url());
        nodes.forEach(MandatSystem::close);
        doorway.close();
    }
}
