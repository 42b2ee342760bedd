package vn.lienthong.node.incoming.internal.page;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.core.calendar.WorkingCalendar;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.incoming.internal.record.DocumentLists;
import vn.lienthong.node.incoming.internal.record.DocumentRows;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.Queue;
import vn.lienthong.node.incoming.internal.record.Reach;
import vn.lienthong.node.incoming.internal.record.Task;
import vn.lienthong.node.incoming.internal.work.Handling;
import vn.lienthong.node.incoming.internal.work.Opinions;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.RecipientActs;
import vn.lienthong.node.statement.Standing;
import vn.lienthong.node.web.DeskBlock;

/** What waits for a clerk among the documents that arrived. */
@Configuration(proxyBeanMethods = false)
@InNodeRole
class DeskBlocks {

    private static final int SOON = 2;

    private final DocumentLists lists;
    private final Reach reach;
    private final Presentation presentation;
    private final InstantSource clock;

    DeskBlocks(DocumentLists lists, Reach reach, Presentation presentation, InstantSource clock) {
        this.lists = lists;
        this.reach = reach;
        this.presentation = presentation;
        this.clock = clock;
    }

    @Bean
    DeskBlock urgentArrivals() {
        return new OfQueue(10, Queue.URGENT, "incoming.block.urgent", "incoming.block.open");
    }

    @Bean
    DeskBlock waitingArrivals() {
        return new OfQueue(20, Queue.WAITING, "incoming.block.waiting", "incoming.block.open");
    }

    @Bean
    DeskBlock unregisteredArrivals() {
        return new OfQueue(30, Queue.ACCEPTED, "incoming.block.accepted", "incoming.register");
    }

    @Bean
    DeskBlock unsubmittedArrivals() {
        return new OfQueue(40, Queue.REGISTERED, "incoming.block.registered", "incoming.submit");
    }

    @Bean
    DeskBlock waitingOpinions(Opinions opinions) {
        return new Waiting(5, "incoming.block.opinions", "/opinions", opinions::concerns, (viewer, language) -> {
            List<IncomingDocument> waiting = opinions.waiting(viewer);
            return new DeskBlock.Content(
                    waiting.size(),
                    waiting.stream()
                            .limit(DeskBlock.ROWS)
                            .map(document -> row(
                                    document,
                                    "/incoming/" + document.id() + "/instruct",
                                    "incoming.block.open",
                                    language))
                            .toList());
        });
    }

    @Bean
    DeskBlock waitingTasks(Handling handling) {
        return new Waiting(
                6, "incoming.block.tasks", "/tasks", viewer -> viewer.is(Role.OFFICER), (viewer, language) -> {
                    List<Task> open = handling.open(viewer, DeskBlock.MOST + 1);
                    return new DeskBlock.Content(
                            open.size(),
                            open.stream()
                                    .limit(DeskBlock.ROWS)
                                    .flatMap(task -> reach.find(viewer, task.document()).stream()
                                            .map(document -> row(
                                                    document, "/tasks/" + task.id(), "incoming.block.open", language)))
                                    .toList());
                });
    }

    @Bean
    DeskBlock askedBack(RecipientActs acts, DocumentRows rows) {
        return new Waiting(
                70,
                "incoming.block.recall",
                "/incoming?tab=all",
                viewer -> viewer.is(Role.CLERK),
                (viewer, language) -> {
                    List<Standing> waiting = acts.waiting(viewer.agencies(Role.CLERK), DeskBlock.MOST + 1);
                    return new DeskBlock.Content(
                            waiting.size(),
                            waiting.stream()
                                    .limit(DeskBlock.ROWS)
                                    .flatMap(asked -> rows.findParcel(asked.parcelId(), asked.recipient()).stream()
                                            .map(document -> row(
                                                    document,
                                                    "/recall-requests/" + asked.parcelId() + "/" + asked.recipient(),
                                                    "incoming.block.answer",
                                                    language)))
                                    .toList());
                });
    }

    @Bean
    DeskBlock dueArrivals() {
        return new Due();
    }

    private DeskBlock.Row row(IncomingDocument document, String href, String action, Locale language) {
        Presentation.Pressing pressing = presentation.pressing(document, language);
        return new DeskBlock.Row(
                href,
                document.name(),
                document.shownSubject(),
                document.facts().senderName(),
                pressing.words(),
                pressing.mark(),
                action);
    }

    private static String href(IncomingDocument document, Queue queue) {
        String base = "/incoming/" + document.id();
        return switch (queue) {
            case ACCEPTED -> base + "/register";
            case REGISTERED -> base + "/submit";
            default -> base;
        };
    }

    /**
     * A block made of parts.
     *
     * @param order its place
     * @param title key of its words
     * @param href the whole list
     * @param concerns whose it is
     * @param contents what it shows
     */
    private record Waiting(
            int order,
            String title,
            String href,
            Predicate<Person> concerns,
            BiFunction<Person, Locale, DeskBlock.Content> contents)
            implements DeskBlock {

        @Override
        public boolean isFor(Person viewer) {
            return concerns.test(viewer);
        }

        @Override
        public Content content(Person viewer, Locale language) {
            return contents.apply(viewer, language);
        }
    }

    /** One of the lists as a block. */
    private final class OfQueue implements DeskBlock {

        private final int order;
        private final Queue queue;
        private final String title;
        private final String action;

        OfQueue(int order, Queue queue, String title, String action) {
            this.order = order;
            this.queue = queue;
            this.title = title;
            this.action = action;
        }

        @Override
        public int order() {
            return order;
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public String href() {
            return "/incoming?tab=" + queue.slug();
        }

        @Override
        public boolean isFor(Person viewer) {
            return viewer.is(Role.CLERK);
        }

        @Override
        public Content content(Person viewer, Locale language) {
            var codes = reach.wholeCodes(viewer);
            int number = lists.count(codes, queue, MOST + 1);
            if (number == 0) {
                return Content.nothing();
            }
            List<Row> rows = lists.read(codes, queue, "", Optional.empty(), ROWS).documents().stream()
                    .map(document -> row(document, DeskBlocks.href(document, queue), action, language))
                    .toList();
            return new Content(number, rows);
        }
    }

    /** Sắp đến hạn, quá hạn. */
    private final class Due implements DeskBlock {

        @Override
        public int order() {
            return 80;
        }

        @Override
        public String title() {
            return "incoming.block.due";
        }

        @Override
        public String href() {
            return "/incoming?tab=all";
        }

        @Override
        public boolean isFor(Person viewer) {
            return viewer.is(Role.CLERK);
        }

        @Override
        public Content content(Person viewer, Locale language) {
            LocalDate until = WorkingCalendar.date(clock.instant()).plusDays(SOON);
            List<IncomingDocument> due = lists.due(reach.wholeCodes(viewer), until, MOST + 1);
            return new Content(
                    due.size(),
                    due.stream()
                            .limit(ROWS)
                            .map(document ->
                                    row(document, "/incoming/" + document.id(), "incoming.block.open", language))
                            .toList());
        }
    }
}
