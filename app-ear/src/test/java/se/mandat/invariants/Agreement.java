package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * 12: whether a case's stage, what is owed on it and its processes say the same.
 *
 * @param position where a case stands in its process, by its number; empty when that has ended
 */
record Agreement(Tables tables, UnaryOperator<String> position) {

    private static final Map<String, String> STAGES = Map.of(
            "DECIDE", "DECIDING",
            "RESPOND", "DECIDING",
            "ACCEPT_OWNERSHIP", "ASSIGNING",
            "ACT", "ACTING",
            "REVIEW_EFFECT", "REVIEWING");

    private static final Map<String, String> POSITIONS = Map.of(
            "PROPOSAL", "callActivity_Decide",
            "APPEAL", "callActivity_DecideAppeal",
            "FAILED_REVIEWS", "callActivity_DecideAfterFailure",
            "RESPOND", "callActivity_Respond",
            "ACCEPT_OWNERSHIP", "callActivity_AcceptOwnership",
            "ACT", "callActivity_Act",
            "REVIEW_EFFECT", "callActivity_ReviewEffect");

    /** Stage, leading obligation and process position say the same; everything else that is owed has a process too. */
    void of(String number) {
        List<String> found = tables.rows(
                        """
                        select c.stage, coalesce(o.appoints, o.kind), coalesce(o.concerns, o.appoints, o.kind),
                               (select count(*) from camunda.act_ru_execution e
                                where e.business_key_ = c.number and e.id_ = e.proc_inst_id_),
                               (select count(*) from obligation p where p.case_number = c.number and p.state = 'OPEN'),
                               (select count(*) from obligation p
                                join camunda.act_ru_execution e on e.id_ = p.process_id::text
                                                               and e.business_key_ = c.number
                                where p.case_number = c.number and p.state = 'OPEN')
                        from case_ c
                        left join obligation o on o.case_number = c.number and o.state = 'OPEN' and o.leads
                        where c.number = ?
                        """,
                        number)
                .getFirst();
        String stage = found.get(0);
        int owed = Integer.parseInt(found.get(4));
        assertThat(found.get(5)).as(number + ": a process for everything owed").isEqualTo(found.get(4));
        if (stage.equals("CLOSED")) {
            assertThat(found.subList(0, 2)).as(number).containsExactly("CLOSED", null);
            assertThat(found.get(3)).as(number).isEqualTo(found.get(4));
            assertThat(position.apply(number)).as(number).isEmpty();
        } else {
            assertThat(stage).as(number).isEqualTo(STAGES.get(found.get(1)));
            assertThat(found.get(3))
                    .as(number + ": a process and one for each that is owed")
                    .isEqualTo("" + (owed + 1));
            assertThat(position.apply(number)).as(number).isEqualTo(POSITIONS.get(found.get(2)));
        }
    }
}
