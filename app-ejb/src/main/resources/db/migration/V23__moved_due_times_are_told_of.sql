-- How many due times of whose have moved with a change of a closing day, and on which case one of them has: each person
-- is told once of each change.
create table closing_day_moved
(
    change      uuid    not null references closing_day_change,
    person      text    not null,
    case_number text    not null,
    moved       int     not null check (moved > 0),
    told        boolean not null default false,
    primary key (change, person)
);
