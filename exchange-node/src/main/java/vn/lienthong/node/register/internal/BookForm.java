package vn.lienthong.node.register.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.core.register.NumberingPolicy;
import vn.lienthong.core.register.NumberingPolicy.Usual;
import vn.lienthong.core.register.PeriodRule;
import vn.lienthong.core.register.SymbolPattern;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.FormFaults;

/**
 * What was typed about a book.
 *
 * @param name without the period
 * @param symbol abbreviation of the agency in notations
 * @param keeper login, or null
 * @param standard whether it is offered first
 * @param policy how it numbers
 */
record BookForm(String name, String symbol, @Nullable String keeper, boolean standard, NumberingPolicy policy) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SYMBOL = 30;
    private static final String OWN = "OWN";

    /** Reads the form; empty with faults noted. */
    static Optional<BookForm> of(Map<String, String> typed, Book model, Accounts accounts, FormFaults faults) {
        String name = typed.getOrDefault("name", "").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            faults.add("name", "register.name.wrong", LONGEST_NAME);
        }
        String symbol = typed.getOrDefault("symbol", "").strip();
        if (symbol.isEmpty() || symbol.length() > LONGEST_SYMBOL || !symbol.matches("[\\p{L}\\p{Nd}./ -]+")) {
            faults.add("symbol", "register.symbol.wrong", LONGEST_SYMBOL);
        }
        String keeper = typed.getOrDefault("keeper", "").strip();
        if (!keeper.isEmpty() && !mayKeep(keeper, model, accounts)) {
            faults.add("keeper", "register.keeper.wrong");
        }
        Optional<NumberingPolicy> policy = policy(typed, model, faults);
        return faults.any() || policy.isEmpty()
                ? Optional.empty()
                : Optional.of(new BookForm(
                        name, symbol, keeper.isEmpty() ? null : keeper, typed.containsKey("standard"), policy.get()));
    }

    private static boolean mayKeep(String keeper, Book book, Accounts accounts) {
        return LoginName.parse(keeper)
                .flatMap(accounts::find)
                .filter(person -> person.may(Permission.KEEP_REGISTERS, book.agency()))
                .isPresent();
    }

    private static Optional<NumberingPolicy> policy(Map<String, String> typed, Book model, FormFaults faults) {
        String wished = typed.getOrDefault("policy", OWN);
        Optional<Usual> usual = Stream.of(Usual.values())
                .filter(known -> known.name().equals(wished) && fits(known, model.kind()))
                .findFirst();
        if (usual.isPresent()) {
            return usual.map(Usual::policy);
        }
        Optional<SymbolPattern> pattern =
                SymbolPattern.parse(typed.getOrDefault("pattern", "").strip());
        Optional<SymbolPattern> letters =
                SymbolPattern.parse(typed.getOrDefault("letters", "").strip());
        if (pattern.isEmpty()) {
            faults.add("pattern", "register.pattern.wrong");
        }
        if (letters.isEmpty()) {
            faults.add("letters", "register.pattern.wrong");
        }
        return pattern.isPresent() && letters.isPresent()
                ? Optional.of(new NumberingPolicy(
                        model.policy().period(),
                        model.policy().series(),
                        model.policy().secret(),
                        pattern.get(),
                        letters.get(),
                        model.policy().heading()))
                : Optional.empty();
    }

    private static boolean fits(Usual usual, BookKind kind) {
        return (usual == Usual.INCOMING_YEAR) == (kind == BookKind.INCOMING);
    }

    /** The policies that books of a kind may follow. */
    static List<Choice> policies(BookKind kind) {
        return Stream.of(Usual.values())
                .filter(usual -> fits(usual, kind))
                .map(usual -> Choice.of(usual.name(), "register.policy." + usual.name()))
                .toList();
    }

    /** The same with the own patterns of an existing book, among those whose period ends alike. */
    static List<Choice> policiesOf(Book book) {
        PeriodRule rule = book.period().rule();
        return Stream.concat(
                        policies(book.kind()).stream()
                                .filter(choice ->
                                        Usual.valueOf(choice.value()).policy().period() == rule),
                        Stream.of(Choice.of(OWN, "register.policy.OWN")))
                .toList();
    }

    /** What the form shows for an existing book. */
    static Map<String, String> show(Book book) {
        String keeper = book.keeper();
        Map<String, String> shown = new HashMap<>(Map.of(
                "name", book.name(),
                "symbol", book.symbol(),
                "keeper", keeper == null ? "" : keeper,
                "policy", book.usual().map(Usual::name).orElse(OWN),
                "pattern", book.policy().pattern().text(),
                "letters", book.policy().letters().text()));
        if (book.standard()) {
            shown.put("standard", "true");
        }
        return shown;
    }
}
