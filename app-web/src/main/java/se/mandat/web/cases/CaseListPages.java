package se.mandat.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.mandat.cases.CaseStage;
import se.mandat.cases.ListCases;
import se.mandat.shared.Outcome;
import se.mandat.web.platform.Cursors;
import se.mandat.web.platform.Frame;
import se.mandat.web.platform.Frames;
import se.mandat.web.platform.Page;
import se.mandat.web.platform.Query;
import se.mandat.web.platform.Typed;

/** The cases, with the customers' words as headlines. */
@Path("/cases")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class CaseListPages {

    private static final int SHOWN = 20;
    private static final List<String> NARROWING =
            List.of("stage", "unit", "owner", "raisedBy", "outcome", "promise", "overdue", "from", "to");
    private static final List<String> FIELDS =
            Stream.concat(NARROWING.stream(), Stream.of("q", "sort")).toList();

    @Inject
    private ListCases listCases;

    @Inject
    private Cursors cursors;

    @Inject
    private Choices choices;

    @Inject
    private PromiseChoices promises;

    @Inject
    private CaseRows rows;

    @Inject
    private Frames frames;

    @Inject
    private HttpServletRequest request;

    @GET
    public Page cases(@QueryParam("cursor") String cursor) {
        Typed filter = Typed.of(request);
        String question = question(filter);
        ListCases.Page found = listCases.handle(query(filter, position(cursors.open(question, cursor))));
        String next = found.next() == null
                ? null
                : cursors.seal(question, found.next().at() + " " + found.next().number());
        Frame frame = frames.frame(request, "cases");
        return Page.of(
                "cases",
                "frame",
                frame,
                "cases",
                new CasesView(
                        found.items().stream().map(rows::of).toList(),
                        filter,
                        choices.units(null),
                        choices.people(),
                        promises.all(frame.t()),
                        NARROWING.stream().anyMatch(filter::has),
                        next == null ? null : address(filter, next),
                        cursor == null || cursor.isEmpty() ? null : address(filter, null)));
    }

    private static ListCases.Query query(Typed filter, ListCases.Position after) {
        return new ListCases.Query(
                one(CaseStage.values(), filter.text("stage")).orElse(null),
                filter.text("unit"),
                filter.text("owner"),
                filter.text("raisedBy"),
                null,
                filter.is("overdue", "true") ? Boolean.TRUE : null,
                one(Outcome.values(), filter.text("outcome")).orElse(null),
                filter.text("promise"),
                filter.text("q"),
                switch (filter.get("sort")) {
                    case "raisedAt" -> ListCases.Sort.OLDEST;
                    case "dueAt" -> ListCases.Sort.DUE;
                    default -> ListCases.Sort.NEWEST;
                },
                Query.day("from", filter.text("from")),
                Query.day("to", filter.text("to")),
                after,
                SHOWN);
    }

    private static <E extends Enum<E>> Optional<E> one(E[] all, String name) {
        return Arrays.stream(all).filter(value -> value.name().equals(name)).findFirst();
    }

    /** A cursor goes on with the question that it was made for, and with no other. */
    private static String question(Typed filter) {
        return "cases "
                + FIELDS.stream().map(name -> name + "=" + filter.get(name)).collect(Collectors.joining("\n"));
    }

    private static ListCases.Position position(String text) {
        if (text == null) {
            return null;
        }
        int space = text.indexOf(' ');
        return new ListCases.Position(Instant.parse(text.substring(0, space)), text.substring(space + 1));
    }

    private static String address(Typed filter, String cursor) {
        List<String> query = new ArrayList<>();
        for (String name : FIELDS) {
            if (filter.has(name)) {
                query.add(name + "=" + URLEncoder.encode(filter.get(name), StandardCharsets.UTF_8));
            }
        }
        if (cursor != null) {
            query.add("cursor=" + cursor);
        }
        return query.isEmpty() ? "/cases" : "/cases?" + String.join("&", query);
    }
}
