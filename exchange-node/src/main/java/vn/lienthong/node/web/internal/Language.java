package vn.lienthong.node.web.internal;

import java.time.Duration;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Vietnamese unless somebody asks for English; the wish is kept in a cookie, the browser's language is not consulted. */
@Configuration(proxyBeanMethods = false)
class Language {
    /** One bundle per module that has pages of its own, in two languages each. */
    private static final String[] BUNDLES = {
        "messages",
        "ui",
        "account",
        "officer",
        "problems",
        "calendar",
        "register",
        "incoming",
        "outgoing",
        "statement",
        "notification",
        "report",
        "search",
        "training",
        "integration",
        "people",
        "webhook",
        "gateway",
        "access",
        "ceremony",
        "secretdesk"
    };

    static final Locale VIETNAMESE = Locale.of("vi");
    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("__Host-lienthong-language");
        resolver.setDefaultLocale(VIETNAMESE);
        resolver.setCookieMaxAge(REMEMBERED);
        resolver.setCookieSecure(true);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(BUNDLES);
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    static LocaleChangeInterceptor switcher() {
        LocaleChangeInterceptor switcher = new LocaleChangeInterceptor();
        switcher.setParamName("lang");
        switcher.setIgnoreInvalidLocale(true);
        return switcher;
    }

    /** The two languages there are: everything that is not English is Vietnamese. */
    static Locale supported(Locale wished) {
        return Locale.ENGLISH.getLanguage().equals(wished.getLanguage()) ? Locale.ENGLISH : VIETNAMESE;
    }
}
