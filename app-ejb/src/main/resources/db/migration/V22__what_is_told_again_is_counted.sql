-- From when the working days are counted until what is broken is told of again; null for what was broken before, whose
-- next time is only moved off a closing day.
alter table obligation
    add column repeats_from timestamptz;
