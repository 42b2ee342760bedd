package vn.lienthong.node.officer.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.AccountDirectory;
import vn.lienthong.node.identity.AccountDirectory.Called;
import vn.lienthong.node.identity.LoginName;

/** What actors of events are called: people by their names, as far as accounts still have them. */
@Component
class ActorNames {
    private static final Pattern ACCOUNT = Pattern.compile("account:(\\d{1,18})");
    private static final Pattern OTHER = Pattern.compile("(key|node):(.+)");

    private final AccountDirectory accounts;
    private final MessageSource messages;

    ActorNames(AccountDirectory accounts, MessageSource messages) {
        this.accounts = accounts;
        this.messages = messages;
    }

    /** What each of these is called, by the reference that events carry. */
    Map<String, String> of(Collection<String> actors, Locale language) {
        Map<Long, Called> called = accounts.called(
                actors.stream().flatMap(ActorNames::number).distinct().toList());
        Map<String, String> names = new HashMap<>();
        actors.forEach(actor -> names.computeIfAbsent(actor, reference -> name(reference, called, language)));
        return names;
    }

    private String name(String actor, Map<Long, Called> called, Locale language) {
        Matcher other = OTHER.matcher(actor);
        if (other.matches()) {
            return text("officer.actor." + other.group(1), language, other.group(2));
        }
        Optional<Called> person = number(actor).findFirst().map(called::get);
        if (person.isPresent()) {
            return person.get().displayName() + " (" + person.get().login().value() + ")";
        }
        return ACCOUNT.matcher(actor).matches() || actor.startsWith("account")
                ? text("officer.actor.account", language, actor)
                : text("officer.actor." + actor, language, actor);
    }

    private String text(String key, Locale language, String argument) {
        String text = messages.getMessage(key, new Object[] {argument}, argument, language);
        return Objects.requireNonNullElse(text, argument);
    }

    private static Stream<Long> number(String actor) {
        Matcher account = ACCOUNT.matcher(actor);
        return account.matches() ? Stream.of(Long.parseLong(account.group(1))) : Stream.empty();
    }

    /** What filters call the person whom somebody typed: by log-in name, or as events write it. */
    Optional<String> reference(String typed) {
        if (ACCOUNT.matcher(typed).matches() || OTHER.matcher(typed).matches()) {
            return Optional.of(typed);
        }
        return LoginName.parse(typed).flatMap(accounts::numberOf).map(number -> "account:" + number);
    }
}
