package vn.lienthong.node.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real browser for a test class, given as {@link Window} parameter. It talks to nobody but the node under test. */
public final class ChromiumExtension implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final Logger LOG = LoggerFactory.getLogger(ChromiumExtension.class);
    private static final int PATIENCE_SECONDS = 15;
    private static final ScheduledExecutorService ALARM = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("browser-alarm").daemon().factory());

    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    /** Opens pages. */
    public interface Window {
        /** A fresh profile of this width and height, with or without scripts. */
        BrowserContext open(int width, int height, boolean scripts);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(ARGUMENTS));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (browser != null) {
            inTime(browser::close);
        }
        if (playwright != null) {
            inTime(playwright::close);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Window.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return (Window) this::open;
    }

    private BrowserContext open(int width, int height, boolean scripts) {
        if (browser == null) {
            throw new IllegalStateException("not started");
        }
        return closingInTime(browser.newContext(new Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setJavaScriptEnabled(scripts)
                .setLocale("vi-VN")
                .setViewportSize(width, height)));
    }

    /** The same profile, but to close it takes a bounded time: the browser does not always answer, and never says why. */
    private static BrowserContext closingInTime(BrowserContext profile) {
        return (BrowserContext) Proxy.newProxyInstance(
                BrowserContext.class.getClassLoader(),
                new Class<?>[] {BrowserContext.class},
                (_, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        inTime(profile::close);
                        return null;
                    }
                    try {
                        return method.invoke(profile, arguments);
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNullElse(e.getCause(), e);
                    }
                });
    }

    private static void inTime(Runnable closing) {
        Thread caller = Thread.currentThread();
        ScheduledFuture<?> alarm = ALARM.schedule(caller::interrupt, PATIENCE_SECONDS, TimeUnit.SECONDS);
        try {
            closing.run();
        } catch (PlaywrightException unanswered) {
            if (!alarm.isDone()) {
                throw unanswered;
            }
            LOG.warn("the browser did not close something within {} s", PATIENCE_SECONDS);
        } finally {
            alarm.cancel(false);
            boolean late = Thread.interrupted();
            LOG.debug("closed; interrupted afterwards: {}", late);
        }
    }
}
