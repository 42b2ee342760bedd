package vn.lienthong.node.notification.internal.live;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.lienthong.node.identity.Person;

/** One open page. A page that takes nothing holds up nobody else: what waits for it is a set of topics. */
final class LiveStream {
    private static final String BEAT = "";

    private final Person person;
    private final SseEmitter emitter;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean sending = new AtomicBoolean();

    LiveStream(Person person, SseEmitter emitter) {
        this.person = person;
        this.emitter = emitter;
    }

    Person person() {
        return person;
    }

    void tell(String topic) {
        waiting.add(topic);
        if (sending.compareAndSet(false, true)) {
            var _ = Thread.ofVirtual().name("live").start(this::send);
        }
    }

    /** Keeps the connection alive, and finds out whether it still is. */
    void beat() {
        tell(BEAT);
    }

    private void send() {
        try {
            do {
                for (String topic : Set.copyOf(waiting)) {
                    waiting.remove(topic);
                    emitter.send(event(topic));
                }
                sending.set(false);
            } while (!waiting.isEmpty() && sending.compareAndSet(false, true));
        } catch (IOException | IllegalStateException gone) {
            // The browser left, or the stream was ended meanwhile. It stays "sending", so that nothing more is tried.
            emitter.completeWithError(gone);
        }
    }

    private static SseEmitter.SseEventBuilder event(String topic) {
        return topic.isEmpty()
                ? SseEmitter.event().comment("")
                : SseEmitter.event().data(topic);
    }

    void end() {
        emitter.complete();
    }
}
