package vn.lienthong.node.notification.internal.live;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.lienthong.node.identity.Person;

/** The pages that are open at this program. */
@Component
class LiveStreams {
    /** After that the browser connects again, so that the session is looked at again. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    static final int MOST = 2000;
    static final int MOST_PER_PERSON = 8;

    private final List<LiveStream> open = new CopyOnWriteArrayList<>();

    /** Opens a stream; empty when there are too many. */
    Optional<SseEmitter> open(Person person) {
        long own = open.stream()
                .filter(stream -> stream.person().login().equals(person.login()))
                .count();
        if (open.size() >= MOST || own >= MOST_PER_PERSON) {
            return Optional.empty();
        }
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        LiveStream stream = new LiveStream(person, emitter);
        open.add(stream);
        emitter.onCompletion(() -> open.remove(stream));
        emitter.onTimeout(stream::end);
        emitter.onError(_ -> open.remove(stream));
        stream.beat();
        return Optional.of(emitter);
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    void tell(Collection<Signal> signals) {
        for (LiveStream stream : open) {
            signals.stream()
                    .filter(signal -> signal.isFor(stream.person()))
                    .map(Signal::topic)
                    .distinct()
                    .forEach(stream::tell);
        }
    }

    void beat() {
        open.forEach(LiveStream::beat);
    }

    void endAll() {
        open.forEach(LiveStream::end);
    }
}
