-- Where mail reaches people and in which language they read, as the identity provider says it.
alter table person
    add column email    text,
    add column language text;

-- When what somebody was told is to be mailed: not known yet (null), at a time, or never any more (infinity), since it
-- has been put into a mail or is not for mail. What was told before there was mail is not mailed.
alter table outbox_message
    add column mail_at timestamptz,
    add column urgent  boolean not null default false,
    add column mail    uuid;

update outbox_message set mail_at = 'infinity';

create index outbox_message_post on outbox_message (mail_at, recipient) where mail_at is null or mail_at < 'infinity';

-- One mail to one person. What it says is read from the messages when it is sent, so that nothing stands here to be read
-- by anybody else. While it is being sent, not_before lies a few minutes ahead: who falls silent then has lost it.
create table mail
(
    id         uuid primary key,
    recipient  text        not null,
    message_id text        not null unique,
    urgent     boolean     not null,
    state      text        not null check (state in ('WAITING', 'SENT', 'DROPPED', 'DEAD', 'PUT_AWAY')),
    tries      int         not null default 0,
    not_before timestamptz not null,
    trouble    text check (trouble in ('UNREACHABLE', 'NOT_TAKEN', 'NO_SUCH_ADDRESS', 'UNWRITABLE')),
    created_at timestamptz not null,
    ended_at   timestamptz,
    constraint waits_or_has_ended check ((state = 'WAITING') = (ended_at is null))
);

create index mail_waiting on mail (not_before, id) where state = 'WAITING';
create index mail_dead on mail (ended_at desc, id) where state = 'DEAD';

alter table outbox_message
    add foreign key (mail) references mail;

create index outbox_message_of_mail on outbox_message (mail) where mail is not null;

-- Who has chosen a digest, in the morning and at noon; everybody else is mailed at once.
create table mail_choice
(
    person text primary key,
    choice text not null check (choice in ('AT_ONCE', 'DIGEST'))
);

-- A person's calendar of due times, by a link that only they know: of it only the digest stands here.
create table calendar_link
(
    person  text primary key,
    digest  bytea       not null unique check (octet_length(digest) = 32),
    made_at timestamptz not null
);

-- What is unread: somebody's new obligation stands on To do by itself, and would pile up here.
drop index outbox_message_unseen;
create index outbox_message_news on outbox_message (recipient, told_at desc)
    where seen_at is null and kind not in ('obligation.opened.v1', 'obligation.transferred.v1');
