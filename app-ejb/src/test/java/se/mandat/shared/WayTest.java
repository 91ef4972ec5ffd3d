package se.mandat.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WayTest {

    private static final Instant START = Instant.parse("2027-03-26T15:30:00Z");

    private final PriorityQueue<Instant> due = new PriorityQueue<>();
    private final List<String> happened = new ArrayList<>();
    private final List<Instant> stops = new ArrayList<>();

    /** What is due says when it ran, and may make more due. */
    private TimedWork work(Consumer<Instant> then) {
        return new TimedWork() {
            @Override
            public Optional<Instant> nextAt() {
                return Optional.ofNullable(due.peek());
            }

            @Override
            public Optional<Instant> nextAfter(Instant moment) {
                return due.stream().filter(at -> at.isAfter(moment)).min(Instant::compareTo);
            }

            @Override
            public void runUntil(Instant now) {
                while (!due.isEmpty() && !due.peek().isAfter(now)) {
                    Instant at = due.poll();
                    happened.add(minute(at) + " at " + minute(now));
                    then.accept(at);
                }
            }
        };
    }

    private static long minute(Instant at) {
        return Duration.between(START, at).toMinutes();
    }

    private static Instant in(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    @Test
    void it_stops_at_every_moment_in_order_and_at_its_end() {
        due.addAll(List.of(in(30), in(10), in(20), in(61)));

        new Way(work(at -> {}), stops::add).walk(START, in(60));

        assertThat(happened).containsExactly("10 at 10", "20 at 20", "30 at 30");
        assertThat(stops).containsExactly(in(10), in(20), in(30), in(60));
    }

    @Test
    void what_becomes_due_on_the_way_has_its_moment_too() {
        due.add(in(10));

        new Way(
                        work(at -> {
                            if (at.isBefore(in(40))) {
                                due.add(at.plus(Duration.ofMinutes(10)));
                            }
                        }),
                        stops::add)
                .walk(START, in(60));

        assertThat(happened).containsExactly("10 at 10", "20 at 20", "30 at 30", "40 at 40");
    }

    @Test
    void what_was_due_before_it_sets_out_happens_first() {
        due.addAll(List.of(in(-5), in(5)));

        new Way(work(at -> {}), stops::add).walk(START, in(6));

        assertThat(happened).containsExactly("-5 at 0", "5 at 5");
    }

    @Test
    void what_is_due_at_the_end_happens_and_what_it_makes_due_there_too() {
        due.add(in(60));
        List<Instant> once = new ArrayList<>(List.of(in(60)));

        new Way(work(at -> due.addAll(take(once))), stops::add).walk(START, in(60));

        assertThat(happened).containsExactly("60 at 60", "60 at 60");
    }

    private static List<Instant> take(List<Instant> from) {
        List<Instant> taken = List.copyOf(from);
        from.clear();
        return taken;
    }

    @Test
    void what_cannot_be_done_hinders_nothing_else_for_longer_than_a_minute() {
        List<Long> tried = new ArrayList<>();
        TimedWork failing = new TimedWork() {
            @Override
            public Optional<Instant> nextAt() {
                return Optional.of(in(2));
            }

            @Override
            public Optional<Instant> nextAfter(Instant moment) {
                return Optional.of(in(2)).filter(moment::isBefore);
            }

            @Override
            public void runUntil(Instant now) {
                tried.add(minute(now));
            }
        };

        new Way(failing, stops::add).walk(START, in(4));

        assertThat(stops.getLast()).isEqualTo(in(4));
        assertThat(tried).contains(2L, 3L, 4L);
    }

    @Test
    void past_what_cannot_be_done_everything_else_happens_at_its_moment() {
        Instant within = in(2).plusSeconds(20);
        due.addAll(List.of(within, in(3), in(5)));
        TimedWork others = work(at -> {});
        TimedWork failing = new TimedWork() {
            @Override
            public Optional<Instant> nextAt() {
                return Optional.of(in(2));
            }

            @Override
            public Optional<Instant> nextAfter(Instant moment) {
                return others.nextAfter(moment);
            }

            @Override
            public void runUntil(Instant now) {
                others.runUntil(now);
            }
        };

        new Way(failing, stops::add).walk(START, in(6));

        assertThat(stops.stream().distinct()).containsExactly(in(2), within, in(3), in(4), in(5), in(6));
        assertThat(happened).containsExactly("2 at 2", "3 at 3", "5 at 5");
    }
}
