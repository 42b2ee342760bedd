package vn.lienthong.node;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ContextClosedEvent;
import vn.lienthong.node.platform.Role;
import vn.lienthong.node.platform.StartStep;

/** Runs the Spring context in the foreground and says on the way how far it is. */
final class Server {

    private final Role role;
    private final StartProgress progress;

    Server(Role role, PrintWriter out, Clock clock) {
        this.role = role;
        this.progress = new StartProgress(out, clock);
    }

    /** Starts, then waits until the process is told to end. */
    int run(ServerOptions options) throws InterruptedException {
        long begun = System.nanoTime();
        CountDownLatch closed = new CountDownLatch(1);
        SpringApplication application = new SpringApplication(LienthongApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.addListeners((ApplicationListener<ApplicationEvent>) event -> heard(event, closed));
        List<String> arguments = new ArrayList<>(options.asArguments());
        arguments.add("--lienthong.role=" + role);
        progress.say("starting Liên thông as " + role);
        application.run(arguments.toArray(String[]::new));
        progress.say("ready", Duration.ofNanos(System.nanoTime() - begun));
        closed.await();
        progress.say("stopped");
        return 0;
    }

    private void heard(ApplicationEvent event, CountDownLatch closed) {
        switch (event) {
            case PayloadApplicationEvent<?> news
            when news.getPayload() instanceof StartStep(String what, Duration took) -> progress.say(what, took);
            case ContextClosedEvent end -> {
                progress.say("stopping");
                closed.countDown();
            }
            default -> {}
        }
    }
}
