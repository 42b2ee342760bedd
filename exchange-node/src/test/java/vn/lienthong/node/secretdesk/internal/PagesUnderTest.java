package vn.lienthong.node.secretdesk.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.DelegatingWebMvcConfiguration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.PersonSessions;
import vn.lienthong.node.identity.Refusal;
import vn.lienthong.node.identity.RefusalListener;
import vn.lienthong.node.identity.Refusals;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.SessionId;
import vn.lienthong.node.identity.StepUp;
import vn.lienthong.node.platform.NodeFacts;
import vn.lienthong.node.secret.NeedToKnow;
import vn.lienthong.node.secret.PersonalKeys;
import vn.lienthong.node.secret.SecretArea;
import vn.lienthong.node.secret.SecretBooks;
import vn.lienthong.node.secret.SecretDrafts;
import vn.lienthong.node.secret.SecretReading;
import vn.lienthong.node.secret.SecretReleases;
import vn.lienthong.node.secret.SecretTimes;
import vn.lienthong.node.web.AgencyNaming;
import vn.lienthong.node.web.PrintedMark;
import vn.lienthong.node.web.internal.Words;

/** The pages with their real door, templates and texts, over services that pretend. */
final class PagesUnderTest implements AutoCloseable {

    private static final String SESSION = "AAAAAAAAAAAAAAAAAAAAAA";

    final PretendSecrets secrets = new PretendSecrets();
    final List<Refusal> refusals = new ArrayList<>();
    private final GenericWebApplicationContext context = new GenericWebApplicationContext();
    private final MockMvc web;
    private boolean steppedUp = true;

    PagesUnderTest() {
        context.setServletContext(new MockServletContext());
        AnnotatedBeanDefinitionReader definitions = new AnnotatedBeanDefinitionReader(context);
        definitions.register(
                DelegatingWebMvcConfiguration.class,
                SecretServices.class,
                SecretVisibility.class,
                SecretDoor.class,
                Gate.class,
                HinderedPages.class,
                Names.class,
                Viewer.class,
                SecretBookPrint.class,
                PrintedMark.class,
                Words.class,
                Refusals.class);
        definitions.register(
                BookPages.class,
                DeskPages.class,
                DocumentActs.class,
                DocumentPages.class,
                DraftActs.class,
                DraftPages.class,
                KeyPages.class,
                KnowerPages.class,
                PolicyPages.class,
                RecipientPages.class,
                ReleasePages.class,
                TimesPages.class);
        beans();
        context.refresh();
        web = MockMvcBuilders.webAppContextSetup(context)
                .addFilters(context.getBean(SecretDoor.class))
                .build();
    }

    private void beans() {
        context.registerBean(SecretArea.class, () -> secrets.service(SecretArea.class));
        context.registerBean(PersonalKeys.class, () -> secrets.service(PersonalKeys.class));
        context.registerBean(SecretDrafts.class, () -> secrets.service(SecretDrafts.class));
        context.registerBean(SecretReleases.class, () -> secrets.service(SecretReleases.class));
        context.registerBean(SecretReading.class, () -> secrets.service(SecretReading.class));
        context.registerBean(NeedToKnow.class, () -> secrets.service(NeedToKnow.class));
        context.registerBean(SecretBooks.class, () -> secrets.service(SecretBooks.class));
        context.registerBean(SecretTimes.class, () -> secrets.service(SecretTimes.class));
        context.registerBean(InstantSource.class, () -> InstantSource.fixed(PretendSecrets.NOW));
        context.registerBean(NodeFacts.class, PagesUnderTest::facts);
        context.registerBean(AgencyNaming.class, () -> code -> Optional.of("Cơ quan " + code));
        context.registerBean(RefusalListener.class, () -> refusals::add);
        context.registerBean("agencyLabels", Labels.class, Labels::new);
        context.registerBean(PersonSessions.class, () -> sessions());
        context.registerBean(StepUp.class, () -> new PretendStepUp(this));
        context.registerBean("messageSource", MessageSource.class, PagesUnderTest::messages);
        context.registerBean("localeResolver", LocaleResolver.class, () -> new FixedLocaleResolver(Locale.of("vi")));
        context.registerBean(ViewResolver.class, () -> views(context));
        context.registerBean(WebMvcConfigurer.class, Frame::new);
    }

    private static NodeFacts facts() {
        return new NodeFacts("Nút thử", vn.lienthong.node.platform.Role.NODE, false, false, "dev");
    }

    /** What templates ask for the names of agencies. */
    public static final class Labels {
        /** The name. */
        public String of(String code) {
            return "Cơ quan " + code;
        }
    }

    private record PretendStepUp(PagesUnderTest pages) implements StepUp {
        @Override
        public boolean fresh(HttpServletRequest request, Duration maxAge) {
            return pages.steppedUp;
        }

        @Override
        public String page(String returnTo) {
            return "/step-up?next=" + returnTo;
        }
    }

    private static PersonSessions sessions() {
        return (PersonSessions) Proxy.newProxyInstance(
                PersonSessions.class.getClassLoader(),
                new Class<?>[] {PersonSessions.class},
                (self, method, given) -> method.getDeclaringClass() == Object.class
                        ? PretendSecrets.ofObject(self, method.getName(), given)
                        : Optional.of(new SessionId(SESSION)));
    }

    private static MessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages", "ui", "secretdesk");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static ThymeleafViewResolver views(GenericWebApplicationContext context) {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(context.getBean(MessageSource.class));
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return views;
    }

    /** Puts into each page what the frame needs. */
    private static final class Frame implements WebMvcConfigurer, HandlerInterceptor {
        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(this);
        }

        @Override
        public void postHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
            if (page != null
                    && page.hasView()
                    && !String.valueOf(page.getViewName()).startsWith("redirect:")) {
                page.addObject("node", facts());
                page.addObject("language", "vi");
                page.addObject("here", "/");
                page.addObject(
                        "person",
                        Objects.requireNonNull(
                                        SecurityContextHolder.getContext().getAuthentication())
                                .getPrincipal());
                page.addObject("navigation", List.of());
                page.addObject("standing", List.of());
                page.addObject(
                        "_csrf",
                        new DefaultCsrfToken(
                                "X",
                                "_csrf",
                                UUID.nameUUIDFromBytes(new byte[1]).toString()));
            }
        }
    }

    void stepUpIsOld() {
        steppedUp = false;
    }

    void signIn(Role role) {
        Person person = new Person(
                new LoginName("van.thu"), "Trần Văn Thư", Set.of(role), Set.<AgencyCode>of(PretendSecrets.AGENCY), 1);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(person, "", "any"));
    }

    MockMvc web() {
        return web;
    }

    @Override
    public void close() {
        SecurityContextHolder.clearContext();
        context.close();
    }
}
