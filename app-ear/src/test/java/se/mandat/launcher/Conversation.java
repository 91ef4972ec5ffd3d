package se.mandat.launcher;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one connection says in PostgreSQL's protocol, as far as it is needed to tell transactions and round trips. */
final class Conversation {

    private static final char PARSE = 'P';
    private static final char BIND = 'B';
    private static final char QUERY = 'Q';
    private static final char COMMAND_COMPLETE = 'C';
    private static final char READY_FOR_QUERY = 'Z';
    private static final byte IDLE = 'I';

    private final Map<String, String> prepared = new HashMap<>();
    private List<List<String>> roundTrips = new ArrayList<>();
    private boolean clientSpeaks;
    private boolean rolledBack;

    /** The client says something; it is a new round trip when the server has spoken since. */
    synchronized void asked(char type, byte[] body) {
        if (!clientSpeaks) {
            clientSpeaks = true;
            roundTrips.add(new ArrayList<>());
        }
        switch (type) {
            case PARSE -> {
                String name = text(body, 0);
                prepared.put(name, text(body, name.length() + 1));
            }
            case BIND -> {
                String portal = text(body, 0);
                said(prepared.getOrDefault(text(body, portal.length() + 1), "?"));
            }
            case QUERY -> said(text(body, 0));
            default -> {}
        }
    }

    /** The server answers; gives the transaction that it ends by that. */
    synchronized Optional<WireTransaction> answered(char type, byte[] body) {
        clientSpeaks = false;
        if (type == COMMAND_COMPLETE) {
            rolledBack = text(body, 0).equals("ROLLBACK");
        }
        if (type != READY_FOR_QUERY || body[0] != IDLE) {
            return Optional.empty();
        }
        WireTransaction ended = new WireTransaction(List.copyOf(roundTrips), !rolledBack);
        roundTrips = new ArrayList<>();
        rolledBack = false;
        return Optional.of(ended);
    }

    private void said(String sql) {
        roundTrips.getLast().add(sql.strip().replaceAll("\\s+", " "));
    }

    /** Ends with a zero byte; names of statements and portals are ASCII, so characters are bytes there. */
    private static String text(byte[] body, int from) {
        int end = from;
        while (body[end] != 0) {
            end++;
        }
        return new String(body, from, end - from, StandardCharsets.UTF_8);
    }
}
