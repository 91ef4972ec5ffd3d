-- What follows from a change of a closing day and could not be worked out on some case: all is gone through again later,
-- and a pass in which a case has failed does not count.
alter table closing_day_change
    add column failures    int not null default 0, -- of this pass
    add column failed_case text,
    add column failure     text,
    add column tries       int not null default 0,
    add column held_until  timestamptz;
