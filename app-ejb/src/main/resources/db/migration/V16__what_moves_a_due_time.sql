-- How a due time came about, so that it can be worked out anew when a closing day changes: counted in working time
-- (microseconds) from a moment, or set by a person. What was open before is as if a person had set it.
alter table obligation
    add column due_from       timestamptz,
    add column due_time       bigint check (due_time >= 0),
    add column due_set        timestamptz,
    add column ceiling_from   timestamptz,
    add column ceiling_time   bigint check (ceiling_time >= 0),
    add column ceiling_set    timestamptz,
    add column given_time     bigint check (given_time >= 0),
    -- the question that waits for an answer, how many have been asked, and how many have been granted
    add column extension      uuid,
    add column questions      int not null default 0,
    add column extensions     int not null default 0,
    -- since when the clock stands still, until which day, and the working time that is left then
    add column pauses         int not null default 0,
    add column paused_at      timestamptz,
    add column paused_until   date,
    add column left_to_due     bigint check (left_to_due >= 0),
    add column left_to_ceiling bigint check (left_to_ceiling >= 0),
    add column left_to_remind  bigint check (left_to_remind >= 0);

update obligation
set due_from     = opened_at,
    due_set      = due_at,
    ceiling_from = case when ceiling_at is not null then opened_at end,
    ceiling_set  = ceiling_at
where state = 'OPEN';

alter table obligation
    drop constraint next_is_known,
    add constraint next_is_known check (next in ('REMIND', 'DUE', 'MOVE', 'REPEAT', 'RESUME')),
    add constraint twice_at_most check (extensions between 0 and 2 and pauses between 0 and 2),
    add constraint a_pause_ends check (coalesce(next = 'RESUME', false) = (paused_at is not null)
        and (paused_at is null) = (paused_until is null)
        and (paused_at is null) = (left_to_due is null)),
    add constraint no_decision_is_paused check (kind <> 'DECIDE' or paused_at is null);

-- Who asked for more time, why, and what was answered.
create table extension
(
    id          uuid primary key,
    obligation  uuid        not null references obligation,
    asked_by    text        not null,
    asked_at    timestamptz not null,
    due_at      timestamptz not null,
    reason      text        not null check (char_length(reason) between 1 and 4000),
    state       text        not null check (state in ('ASKED', 'APPROVED', 'REFUSED', 'DROPPED')),
    answered_by text,
    answered_at timestamptz,
    answer      text,
    constraint answered_once check ((state = 'ASKED') = (answered_at is null)),
    constraint a_person_answers check ((state in ('APPROVED', 'REFUSED')) = (answered_by is not null)),
    constraint nobody_answers_themself check (answered_by <> asked_by)
);

create index extension_of_obligation on extension (obligation, asked_at);
create unique index one_question_at_a_time on extension (obligation) where state = 'ASKED';

-- Who changed which closing day, and how far the due times that follow from it have been worked out anew.
create table closing_day_change
(
    id         uuid primary key,
    unit_path  text        not null,
    day        date        not null,
    reason     text        not null,
    added      boolean     not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    -- by the machine's clock: other nodes may count with what they have read before, for some seconds
    entered_at timestamptz not null default clock_timestamp(),
    passes     int         not null default 0,
    reached    text,
    moved      int         not null default 0,
    done_at    timestamptz
);

create index closing_day_change_open on closing_day_change (entered_at) where done_at is null;
create index closing_day_change_latest on closing_day_change (entered_at desc);
