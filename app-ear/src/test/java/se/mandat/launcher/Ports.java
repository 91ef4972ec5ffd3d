package se.mandat.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The ports a system listens on. Each can be chosen: {@code -Dmandat.port.<name>=<number>}. */
public record Ports(int http, int management, int keycloak, int keycloakManagement, int postgresql, int smtp) {

    static Ports fromSystemProperties() {
        return new Ports(
                port("http"),
                port("management"),
                port("keycloak"),
                port("keycloak.management"),
                port("postgresql"),
                port("smtp"));
    }

    /** Ports nobody listens on, below those that the operating system hands out by itself. */
    static Ports free() {
        Set<Integer> found = new LinkedHashSet<>();
        while (found.size() < 6) {
            int candidate = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            if (isFree(new InetSocketAddress(InetAddress.getLoopbackAddress(), candidate))) {
                found.add(candidate);
            }
        }
        List<Integer> six = List.copyOf(found);
        return new Ports(six.get(0), six.get(1), six.get(2), six.get(3), six.get(4), six.get(5));
    }

    /** As {@link #mustBeFree(String, String, int)}, of what is listened on for this machine alone. */
    static void mustBeFree(String name, int port) {
        mustBeFree(name, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /**
     * @param host where it will be listened on
     * @throws CannotStartException when somebody listens on it there; says how to choose another
     */
    static void mustBeFree(String name, String host, int port) {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new CannotStartException("-Dmandat.host=" + host + " is no address of this machine.");
        }
        mustBeFree(name, address);
    }

    private static void mustBeFree(String name, InetSocketAddress address) {
        if (!isFree(address)) {
            throw new CannotStartException("Port " + address.getPort() + " is taken. Choose another with -Dmandat.port."
                    + name + "=<number>.");
        }
    }

    private static boolean isFree(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int port(String name) {
        String property = "mandat.port." + name;
        String said =
                Settings.said(property).orElseThrow(() -> new CannotStartException("-D" + property + " is missing."));
        try {
            int port = Integer.parseInt(said);
            if (port < 1 || port > 65_535) {
                throw new CannotStartException("-D" + property + "=" + said + " is no port: 1 to 65535.");
            }
            return port;
        } catch (NumberFormatException e) {
            throw new CannotStartException("-D" + property + "=" + said + " is no port number.");
        }
    }
}
