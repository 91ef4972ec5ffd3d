-- In whose place somebody did what is told; null for what was their own to do, as for all that was told before.
alter table outbox_message
    add column told_for text;
