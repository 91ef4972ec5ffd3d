package se.mandat.web.obligation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import se.mandat.cases.ListExtensions;
import se.mandat.cases.ListObligations;
import se.mandat.notification.News;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;
import se.mandat.web.history.Sentences;
import se.mandat.web.platform.Frame;
import se.mandat.web.platform.Frames;
import se.mandat.web.platform.Names;
import se.mandat.web.platform.Page;
import se.mandat.web.platform.Spoken;
import se.mandat.web.platform.Typed;

/** To do: what the reader owes, and what they have been told. */
@Path("/")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class ObligationPages {

    private static final int SHOWN = 50;
    private static final int NEWS = 20;
    private static final int QUESTIONS = 50;
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    @Inject
    private ListObligations listObligations;

    @Inject
    private ListExtensions listExtensions;

    @Inject
    private News news;

    @Inject
    private Names names;

    @Inject
    private Debts debts;

    @Inject
    private ManagedUnits managedUnits;

    @Inject
    private Directory directory;

    @Inject
    private Sentences sentences;

    @Inject
    private Frames frames;

    @Inject
    private HttpServletRequest request;

    @GET
    public Page toDo() {
        Frame frame = frames.frame(request, "todo");
        String me = request.getUserPrincipal().getName();
        ListObligations.Page owed = listObligations.handle(ListObligations.Query.toDo(me, SHOWN));
        List<News.Item> told = news.unread(NEWS + 1);
        int open = owed.next() == null ? owed.items().size() : listObligations.count(me);
        return Page.of(
                "todo",
                "frame",
                frame,
                "todo",
                new TodoView(
                        owed.items().stream().map(o -> debts.of(o, frame.t())).toList(),
                        open,
                        told.stream().limit(NEWS).map(n -> told(n, frame.t())).toList(),
                        passesTo(me),
                        owed.next() != null,
                        managedUnits.of(me),
                        told.size() > NEWS,
                        listExtensions.handle(QUESTIONS).stream()
                                .map(this::question)
                                .toList()));
    }

    private TodoView.Question question(ListExtensions.Asked asked) {
        return new TodoView.Question(
                asked.caseNumber(),
                names.personOf(asked.debtor()),
                names.person(asked.inPlaceOf()),
                WhatIsOwed.in(
                        asked.kind().name(),
                        asked.concerns() == null ? null : asked.concerns().name(),
                        asked.matter() != null),
                asked.dueAt(),
                asked.askedFor(),
                asked.reason(),
                asked.customerWords(),
                asked.goal());
    }

    @POST
    @Path("news/seen")
    public Response seen() {
        Typed typed = Typed.of(request);
        List<UUID> shown = typed.all("id").stream()
                .filter(id -> ID.matcher(id).matches())
                .map(UUID::fromString)
                .toList();
        if (typed.has("all")) {
            news.readAllUpTo(shown);
        } else {
            news.read(shown);
        }
        return Response.seeOther(URI.create("/?done=seen")).build();
    }

    private TodoView.News told(News.Item item, Spoken t) {
        return new TodoView.News(
                item.id().toString(),
                item.caseNumber(),
                item.toldAt(),
                sentences.say(item.kind(), Sentences.facts(item.facts()), item.toldBy(), item.toldFor(), t),
                item.words(),
                item.goal());
    }

    private String passesTo(String me) {
        return directory
                .now()
                .person(me)
                .flatMap(person -> directory.now().above(person).stream().findFirst())
                .map(Person::name)
                .orElse(null);
    }
}
