-- How many matters a case had when a decision last named its owner: those who declined since then count.
alter table case_
    add column matters_before_owner int not null default 0;

update case_ c
set matters_before_owner = (select count(*)
                            from case_matter m
                            where m.case_number = c.number
                              and m.begun_at < (select max(d.decided_at)
                                                from decision d
                                                where d.case_number = c.number
                                                  and d.verdict <> 'REJECTED'
                                                  and d.concerns in ('PROPOSAL', 'APPEAL', 'FAILED_REVIEWS')))
where matter_count > 0;
