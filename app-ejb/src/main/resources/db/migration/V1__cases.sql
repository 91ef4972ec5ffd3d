-- The cases, what is owed on them, and what has been told. The rules that the domain guards are guarded here again.

create extension if not exists pg_trgm;

create collation swedish (provider = icu, locale = 'sv-SE');

-- Numbers M-2026-0412 and U-2026-0007: a sequence for each year, made when the year's first number is drawn.
create function next_number(kind text, year int) returns text
    language plpgsql
    set search_path from current as
$$
declare
    sequence text := format('number_%s_%s', lower(kind), year);
begin
    if to_regclass(sequence) is null then
        perform pg_advisory_xact_lock(hashtext(sequence));
        execute format('create sequence if not exists %I', sequence);
    end if;
    return format('%s-%s-%s', kind, year, lpad(nextval(sequence::regclass)::text, 4, '0'));
end
$$;

create table ledger_account
(
    person         text   not null,
    quarter        text   not null check (quarter ~ '^\d{4}-Q[1-4]$'),
    spending_limit bigint not null check (spending_limit >= 0),
    used           bigint not null,
    primary key (person, quarter),
    constraint ledger_never_below_zero check (used between 0 and spending_limit)
);

create table case_
(
    number          text primary key check (number ~ '^M-\d{4}-\d{4,}$'),
    raised_by       text        not null,
    raised_at       timestamptz not null,
    reading         text,
    units           text[]      not null check (cardinality(units) > 0),
    proposal        text,
    cost            bigint check (cost between 0 and 1000000000),
    reversible      boolean,
    stage           text        not null check (stage in ('DECIDING', 'ASSIGNING', 'ACTING', 'REVIEWING', 'CLOSED')),
    severity        text        not null check (severity in ('REACHED', 'DETOUR', 'NOT_REACHED', 'HARMED')),
    route           text        not null check (route in ('OWN', 'MANAGER', 'JOINT', 'EXECUTIVE')),
    owner           text,
    owner_accepted  boolean     not null,
    owned_by        text[]      not null,
    contributed_by  text[]      not null,
    appointee       text,
    round           int         not null check (round > 0),
    effect_question text,
    expected_effect text,
    plan            text,
    planned_on      date,
    completion      text,
    completed_at    timestamptz,
    review_from     timestamptz,
    closed_as       text check (closed_as in ('EFFECTIVE', 'REJECTED', 'WITHDRAWN', 'MERGED')),
    closed_at       timestamptz,
    acknowledged_at timestamptz,
    version         bigint      not null,
    constraint closed_says_how check ((stage = 'CLOSED') = (closed_as is not null)
        and (closed_as is null) = (closed_at is null)),
    constraint an_accepted_owner_is_named check (not owner_accepted or owner = any (owned_by)),
    constraint work_has_an_owner check (stage not in ('ACTING', 'REVIEWING') or owner_accepted)
);

-- the newest first, by stage or all
create index case_by_age on case_ (raised_at desc, number desc);
create index case_by_raiser on case_ (raised_by, raised_at desc);
create index case_by_owner on case_ (owner, raised_at desc) where owner is not null;

create table customer_voice
(
    id          uuid primary key,
    case_number text        not null references case_,
    position    int         not null,
    words       text        not null check (char_length(words) between 1 and 4000),
    goal        text        not null check (char_length(goal) between 1 and 500),
    outcome     text        not null check (outcome in ('REACHED', 'DETOUR', 'NOT_REACHED', 'HARMED')),
    occurred_on date,
    channel     text,
    wants_reply boolean     not null,
    has_contact boolean     not null,
    added_by    text        not null,
    added_at    timestamptz not null,
    unique (case_number, position)
);

create index customer_voice_search on customer_voice
    using gin (to_tsvector('swedish', words || ' ' || goal));

create function words_are_locked() returns trigger
    language plpgsql
    set search_path from current as
$$
begin
    raise exception 'The customer''s words are locked' using errcode = 'MD002';
end
$$;

create trigger words_are_locked
    before update of words, goal
    on customer_voice
    for each row
    when (old.words is distinct from new.words or old.goal is distinct from new.goal)
execute function words_are_locked();

-- Contact details stand apart, so that nothing that reads a case reads them.
create table voice_contact
(
    voice       uuid primary key references customer_voice,
    case_number text not null references case_,
    contact     text not null check (char_length(contact) between 1 and 500)
);

-- Who opened somebody's contact details, or tried to; written even when the reading was refused.
create table contact_reading
(
    id          uuid primary key,
    voice       uuid        not null,
    case_number text        not null,
    read_by     text        not null,
    read_at     timestamptz not null,
    allowed     boolean     not null
);

create index contact_reading_of_case on contact_reading (case_number, read_at);

create table mandate_answer
(
    id            uuid primary key,
    case_number   text        not null references case_,
    position      int         not null,
    asked_at      timestamptz not null,
    route         text        not null,
    rule          int         not null,
    reason_sv     text        not null,
    reason_en     text        not null,
    table_id      text        not null,
    table_version int         not null,
    level         text        not null,
    has_proposal  boolean     not null,
    cost          bigint,
    reversible    boolean,
    unit_count    int         not null,
    severity      text        not null,
    ledger_left   bigint      not null,
    unique (case_number, position)
);

create table decision
(
    id          uuid primary key,
    case_number text        not null references case_,
    position    int         not null,
    verdict     text        not null check (verdict in ('APPROVED', 'AMENDED', 'REJECTED')),
    route       text        not null,
    reason      text,
    decided_by  text,
    decided_at  timestamptz not null,
    lapsed      boolean     not null,
    charged     bigint      not null check (charged >= 0),
    unique (case_number, position),
    constraint a_person_gives_a_reason check (lapsed or route = 'OWN' or reason is not null),
    constraint nobody_lapses check (lapsed = (decided_by is null))
);

create table effect_review
(
    id            uuid primary key,
    case_number   text        not null references case_,
    round         int         not null,
    verdict       text        not null check (verdict in ('EFFECTIVE', 'PARTLY', 'NOT_EFFECTIVE')),
    evidence_kind text        not null check (evidence_kind in ('CUSTOMER_SAID', 'OBSERVED', 'MEASURED')),
    evidence      text        not null check (char_length(evidence) between 1 and 4000),
    reviewed_by   text        not null,
    reviewed_at   timestamptz not null,
    unique (case_number, round)
);

create table progress_note
(
    id          uuid primary key,
    case_number text        not null references case_,
    round       int         not null,
    text        text        not null,
    noted_by    text        not null,
    noted_at    timestamptz not null
);

create index progress_note_of_case on progress_note (case_number, noted_at);

create table draft
(
    number          text primary key check (number ~ '^U-\d{4}-\d{4,}$'),
    author          text        not null,
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    words           text,
    goal            text,
    outcome         text,
    occurred_on     date,
    channel         text,
    wants_reply     boolean,
    contact         text,
    reading         text,
    proposal        text,
    cost            bigint,
    reversible      boolean,
    units           text[],
    owner           text,
    effect_question text,
    expected_effect text,
    submitted_as    text references case_,
    version         bigint      not null
);

create index draft_by_author on draft (author, changed_at desc) where submitted_as is null;

create table obligation
(
    id           uuid primary key,
    case_number  text        not null references case_,
    kind         text        not null check (kind in ('DECIDE', 'RESPOND', 'APPOINT', 'ACCEPT_OWNERSHIP', 'ACT',
                                                      'CONTRIBUTE', 'REVIEW_EFFECT', 'ANSWER')),
    appoints     text,
    leads        boolean     not null,
    debtor       text        not null,
    on_behalf_of text,
    opened_at    timestamptz not null,
    opens_at     timestamptz,
    due_at       timestamptz not null,
    ceiling_at   timestamptz,
    remind_at    timestamptz not null,
    state        text        not null check (state in ('OPEN', 'FULFILLED', 'LAPSED', 'CANCELLED')),
    ended_at     timestamptz,
    rung         int         not null,
    process_id   uuid        not null,
    version      bigint      not null,
    constraint ends_once check ((state = 'OPEN') = (ended_at is null)),
    constraint within_the_ceiling check (ceiling_at is null or due_at <= ceiling_at),
    constraint appoints_to_something check ((kind = 'APPOINT') = (appoints is not null))
);

-- To do: one person's open obligations, the most urgent first
create index obligation_to_do on obligation (debtor, due_at, id) where state = 'OPEN';
create index obligation_of_case on obligation (case_number);
create index obligation_open_by_due on obligation (due_at, id) where state = 'OPEN';
-- Checked at commit: a step that ends and the next that opens are written in one go, in any order.
alter table obligation
    add constraint one_obligation_leads exclude using btree (case_number with =) where (state = 'OPEN' and leads)
        deferrable initially deferred;

-- An obligation that has ended stays as it is.
create function ended_obligations_stay() returns trigger
    language plpgsql
    set search_path from current as
$$
begin
    raise exception 'The obligation % has ended', old.id using errcode = 'MD003';
end
$$;

create trigger ended_obligations_stay
    before update or delete
    on obligation
    for each row
    when (old.state <> 'OPEN')
execute function ended_obligations_stay();

-- Nobody decides their own proposal, nobody reviews what they did.
create function segregation_of_duties() returns trigger
    language plpgsql
    set search_path from current as
$$
declare
    of case_;
begin
    select * into strict of from case_ where number = new.case_number;
    if new.kind = 'DECIDE' and new.debtor = of.raised_by then
        raise exception 'The raiser may not decide %', of.number using errcode = 'MD004';
    end if;
    if new.kind = 'REVIEW_EFFECT' and (new.debtor = any (of.owned_by) or new.debtor = any (of.contributed_by)) then
        raise exception 'Whoever has worked on % may not review it', of.number using errcode = 'MD004';
    end if;
    return new;
end
$$;

create trigger segregation_of_duties
    before insert or update of debtor
    on obligation
    for each row
    when (new.state = 'OPEN' and new.kind in ('DECIDE', 'REVIEW_EFFECT'))
execute function segregation_of_duties();

create function reviews_are_by_others() returns trigger
    language plpgsql
    set search_path from current as
$$
begin
    if exists (select from case_ where number = new.case_number
                                   and (new.reviewed_by = any (owned_by) or new.reviewed_by = any (contributed_by))) then
        raise exception 'Whoever has worked on % may not review it', new.case_number using errcode = 'MD004';
    end if;
    return new;
end
$$;

create trigger reviews_are_by_others
    before insert
    on effect_review
    for each row
execute function reviews_are_by_others();

-- Somebody owes: at commit every open case has an open obligation that leads it, and no closed one has any that does.
create function somebody_owes() returns trigger
    language plpgsql
    set search_path from current as
$$
declare
    of      case_;
    led_by text;
begin
    if tg_table_name = 'case_' then
        select * into of from case_ where number = new.number;
    else
        select * into of from case_ where number = new.case_number;
    end if;
    select case kind when 'APPOINT' then appoints else kind end
    into led_by
    from obligation o
    where o.case_number = of.number
      and o.state = 'OPEN'
      and o.leads;
    if (case led_by
            when 'DECIDE' then 'DECIDING'
            when 'RESPOND' then 'DECIDING'
            when 'ACCEPT_OWNERSHIP' then 'ASSIGNING'
            when 'ACT' then 'ACTING'
            when 'REVIEW_EFFECT' then 'REVIEWING'
            else 'CLOSED' end) <> of.stage then
        raise exception 'The case % is % but its leading obligation is %', of.number, of.stage, led_by
            using errcode = 'MD005';
    end if;
    return null;
end
$$;

create constraint trigger somebody_owes
    after insert or update of stage
    on case_
    deferrable initially deferred
    for each row
execute function somebody_owes();

create constraint trigger somebody_owes
    after insert or update of state
    on obligation
    deferrable initially deferred
    for each row
execute function somebody_owes();

-- A case closes as EFFECTIVE only on a review that found it so in that round.
create function no_quiet_ending() returns trigger
    language plpgsql
    set search_path from current as
$$
begin
    if new.closed_as = 'EFFECTIVE'
        and not exists (select from effect_review
                        where case_number = new.number and round = new.round and verdict = 'EFFECTIVE') then
        raise exception 'Nobody has seen the effect of %', new.number using errcode = 'MD006';
    end if;
    return null;
end
$$;

create constraint trigger no_quiet_ending
    after insert or update of closed_as
    on case_
    deferrable initially deferred
    for each row
    when (new.closed_as is not null)
execute function no_quiet_ending();

-- What people are told: written with the command, shown on To do, sent by mail from here.
create table outbox_message
(
    id          uuid primary key,
    recipient   text        not null,
    case_number text        not null,
    kind        text        not null,
    facts       text        not null,
    told_by     text        not null,
    told_at     timestamptz not null,
    seen_at     timestamptz
);

create index outbox_message_unseen on outbox_message (recipient, told_at desc) where seen_at is null;
