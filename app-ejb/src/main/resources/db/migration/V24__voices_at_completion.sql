-- How many customers had spoken when the action was completed: whoever came later speaks of its effect, also at the same
-- instant or with a case that was merged into this one.
alter table case_
    add column voices_at_completion int;

update case_ c
set voices_at_completion = (select count(*)
                            from customer_voice v
                                     left join case_ merged on merged.number = v.merged_from
                            where v.case_number = c.number
                              and coalesce(merged.closed_at, v.added_at) <= c.completed_at)
where completed_at is not null;

alter table case_
    add constraint completion_knows_its_voices check ((completed_at is null) = (voices_at_completion is null));
