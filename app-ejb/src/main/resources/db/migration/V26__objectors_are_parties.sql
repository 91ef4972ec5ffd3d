-- Whoever has objected has to do with the case.
update case_ c
set parties = parties || array(select distinct m.begun_by
                               from case_matter m
                               where m.case_number = c.number
                                 and m.kind = 'OBJECTION'
                                 and m.begun_by <> all (c.parties))
where matter_count > 0;
