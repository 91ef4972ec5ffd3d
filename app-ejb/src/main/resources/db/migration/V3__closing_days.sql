-- Days on which a unit, and everything under it, is closed besides weekends and holidays.
create table closing_day (
    id        uuid primary key,
    unit_path text not null check (unit_path <> ''),
    day       date not null,
    reason    text not null check (reason <> ''),
    unique (unit_path, day)
);
