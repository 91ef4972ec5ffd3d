-- What else can happen to a case: other voices, appeals, objections, handovers, contributions, questions, messages.

alter table case_
    add column followers     text[]  not null default '{}',
    add column parties       text[]  not null default '{}',
    add column sensitive     boolean not null default false,
    add column matter_count  int     not null default 0,
    add column message_count int     not null default 0,
    add column recurrence_of text references case_,
    add column merged_into   text references case_,
    add constraint merged_says_where check ((closed_as = 'MERGED') = (merged_into is not null)),
    add constraint nothing_merges_into_itself check (merged_into <> number and recurrence_of <> number);

create index case_by_recurrence on case_ (recurrence_of) where recurrence_of is not null;
create index case_by_follower on case_ using gin (followers);

update case_ set parties = array [raised_by] where cardinality(parties) = 0;

alter table customer_voice
    add column sensitive   boolean not null default false,
    add column merged_from text references case_;

alter table draft
    add column sensitive        boolean,
    add column recurrence_of    text,
    add column contributor_to   text[],
    add column contributor_what text[],
    add column contributor_due  date[];

-- What stands beside the main line: who asked whom for what, and what came of it.
create table case_matter
(
    id          uuid primary key,
    case_number text        not null references case_,
    position    int         not null,
    kind        text        not null check (kind in ('APPEAL', 'OBJECTION', 'REFERRAL', 'DECLINE', 'HANDOVER',
                                                     'CONTRIBUTION', 'QUESTION')),
    begun_by    text        not null,
    begun_at    timestamptz not null,
    person      text,
    declined_by text[]      not null default '{}',
    text        text,
    due_on      date,
    round       int         not null,
    state       text        not null check (state in ('OPEN', 'GRANTED', 'REFUSED', 'CANCELLED')),
    answer      text,
    ended_by    text,
    ended_at    timestamptz,
    unique (case_number, position),
    constraint matter_ends_once check ((state = 'OPEN') = (ended_at is null))
);

-- Each may object once, the raiser appeals once, one handover waits at a time.
create unique index one_appeal on case_matter (case_number) where kind = 'APPEAL' and state <> 'CANCELLED';
create unique index one_objection_each on case_matter (case_number, begun_by) where kind = 'OBJECTION';
create unique index one_referral_each on case_matter (case_number, begun_by) where kind = 'REFERRAL';
create unique index one_handover_at_a_time on case_matter (case_number) where kind = 'HANDOVER' and state = 'OPEN';

create table case_message
(
    id          uuid primary key,
    case_number text        not null references case_,
    sent_by     text        not null,
    sent_to     text,
    text        text        not null check (char_length(text) between 1 and 4000),
    sent_at     timestamptz not null
);

create index case_message_of_case on case_message (case_number, sent_at);

alter table obligation
    add column concerns text check (concerns in ('PROPOSAL', 'APPEAL', 'AMENDMENT_APPEAL', 'OBJECTION',
                                                 'FAILED_REVIEWS', 'STEP')),
    add column matter   uuid,
    add constraint decisions_concern_something check (kind <> 'DECIDE' or concerns is not null);

alter table decision
    add column concerns            text not null default 'PROPOSAL',
    add column restored            boolean not null default false,
    add column replaced_proposal   text,
    add column replaced_cost       bigint,
    add column replaced_reversible boolean,
    add column replaced_units      text[];

alter table decision
    drop constraint a_person_gives_a_reason,
    add constraint a_person_gives_a_reason
        check (lapsed or route = 'OWN' and concerns = 'PROPOSAL' or reason is not null);

alter table effect_review
    add column despite_new_voice text,
    add column learned           text;

-- How far each reader has read a case's history, so that the page can say what is new.
create table case_look
(
    person      text   not null,
    case_number text   not null references case_,
    seq         bigint not null,
    primary key (person, case_number)
);

-- A case closes as EFFECTIVE only on a review that found it so in that round, as REJECTED only on a rejection, as
-- WITHDRAWN only while a single customer speaks who was not harmed.
create or replace function no_quiet_ending() returns trigger
    language plpgsql
    set search_path from current as
$$
begin
    if new.closed_as = 'EFFECTIVE'
        and not exists (select from effect_review
                        where case_number = new.number and round = new.round and verdict = 'EFFECTIVE') then
        raise exception 'Nobody has seen the effect of %', new.number using errcode = 'MD006';
    end if;
    if new.closed_as = 'REJECTED'
        and coalesce((select verdict from decision
                      where case_number = new.number order by position desc limit 1), '') <> 'REJECTED' then
        raise exception 'Nobody has rejected %', new.number using errcode = 'MD006';
    end if;
    if new.closed_as = 'WITHDRAWN'
        and (new.severity = 'HARMED'
            or (select count(*) from customer_voice where case_number = new.number) > 1) then
        raise exception 'Customers wait for %', new.number using errcode = 'MD006';
    end if;
    return null;
end
$$;

-- Written in one go with the voice, in any order.
alter table voice_contact
    alter constraint voice_contact_voice_fkey deferrable initially deferred;

-- what has been changed thanks to customers, the newest first
create index case_by_change on case_ (closed_at desc, number desc) where closed_as = 'EFFECTIVE';
