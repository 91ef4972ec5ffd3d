package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the caller's own drafts by what cases are found by, the last changed first. */
@Stateless
public class ListDrafts {

    private static final Page NOTHING = new Page(List.of(), null);

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    @Inject
    private CallingPerson caller;

    /** @param next where the next page begins; null on the last one */
    public record Page(List<KeepDrafts.View> items, ListCases.Position next) {}

    @RolesAllowed("employee")
    public Page handle(ListCases.Query query) {
        String author = caller.get().username();
        if (isOfNoDraft(query, author)) {
            return NOTHING;
        }
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        conditionsOf(query, conditions, parameters);
        if (query.text() != null && !query.text().isBlank()) {
            List<String> saying = saying(query.text().strip(), author);
            if (saying.isEmpty()) {
                return NOTHING;
            }
            conditions.add("d.number in :saying");
            parameters.put("saying", saying);
        }
        conditions.add("d.author = :author and d.submittedAs is null");
        parameters.put("author", author);
        var found = entityManager
                .createQuery(
                        "select d from Draft d where " + String.join(" and ", conditions)
                                + " order by d.changedAt desc, d.number",
                        Draft.class)
                .setMaxResults(query.limit() + 1);
        parameters.forEach(found::setParameter);
        List<Draft> drafts = found.getResultList();
        List<KeepDrafts.View> items =
                drafts.stream().limit(query.limit()).map(KeepDrafts::view).toList();
        return new Page(
                items,
                drafts.size() > query.limit()
                        ? new ListCases.Position(
                                items.getLast().changedAt(), items.getLast().number())
                        : null);
    }

    /** It leads in no unit yet, nobody owns it, and nothing is owed on it. */
    private static boolean isOfNoDraft(ListCases.Query query, String author) {
        return query.unit() != null
                || query.owner() != null
                || Boolean.TRUE.equals(query.overdue())
                || query.raisedBy() != null && !query.raisedBy().equals(author);
    }

    private static void conditionsOf(ListCases.Query query, List<String> conditions, Map<String, Object> parameters) {
        if (query.outcome() != null) {
            conditions.add("d.outcome = :outcome");
            parameters.put("outcome", query.outcome());
        }
        if (query.promise() != null) {
            conditions.add("d.promise = :promise");
            parameters.put("promise", query.promise());
        }
        if (query.from() != null) {
            conditions.add("d.createdAt >= :earliest");
            parameters.put("earliest", ListCases.startOf(query.from()));
        }
        if (query.to() != null) {
            conditions.add("d.createdAt < :beyond");
            parameters.put("beyond", ListCases.startOf(query.to().plusDays(1)));
        }
        if (query.after() != null) {
            conditions.add("(d.changedAt < :at or d.changedAt = :at and d.number > :number)");
            parameters.put("at", query.after().at());
            parameters.put("number", query.after().number());
        }
    }

    /** The numbers of those in which the words are, or whose number it is. */
    private List<String> saying(String text, String author) {
        var sql = entityManager.createNativeQuery(
                """
                select d.number
                from draft d
                where d.author = :author
                  and (d.number = upper(:text)
                       or to_tsvector('swedish', concat_ws(' ', d.words, d.goal, d.proposal))
                          @@ websearch_to_tsquery('swedish', :text))
                """,
                String.class);
        sql.setParameter("author", author).setParameter("text", text);
        @SuppressWarnings("unchecked")
        List<String> numbers = sql.getResultList();
        return numbers;
    }
}
