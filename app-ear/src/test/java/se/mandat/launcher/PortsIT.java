package se.mandat.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortsIT {

    /** Elsewhere a machine has no second loopback address. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aPortIsFreeOrTakenWhereItIsListenedOn() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
            int port = other.getLocalPort();

            assertThatCode(() -> Ports.mustBeFree("http", "127.0.0.1", port)).doesNotThrowAnyException();
            assertThatThrownBy(() -> Ports.mustBeFree("http", "0.0.0.0", port))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessageContaining("-Dmandat.port.http");
        }
    }

    @Test
    void whereNobodyCanListenIsSaid() {
        assertThatThrownBy(() -> Ports.mustBeFree("http", "host.invalid", 1))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("-Dmandat.host");
    }
}
