-- Eves on which a unit, and everything under it, is open although all are closed by default.
create table open_eve (
    id        uuid primary key,
    unit_path text not null check (unit_path <> ''),
    day       date not null,
    reason    text not null check (reason <> ''),
    unique (unit_path, day)
);

-- A closing day is added and removed, an eve is opened and closed again.
alter table closing_day_change
    add column kind text check (kind in ('ADDED', 'REMOVED', 'OPENED', 'CLOSED'));

update closing_day_change
set kind = case when added then 'ADDED' else 'REMOVED' end;

alter table closing_day_change
    alter column kind set not null,
    drop column added;
