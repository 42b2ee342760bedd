package vn.lienthong.node.keys.internal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.crypto.token.Token;
import vn.lienthong.crypto.token.TokenFault;
import vn.lienthong.crypto.token.TokenHealth;
import vn.lienthong.node.keys.TokenNews;
import vn.lienthong.node.platform.Troubles;

/** Looks at the token and tells when it goes away and when it is back. */
final class TokenWatch implements Troubles {

    private static final Logger LOG = LoggerFactory.getLogger(TokenWatch.class);

    private final Optional<Token> token;
    private final Consumer<TokenNews> news;
    private final AtomicReference<Optional<TokenFault>> known = new AtomicReference<>(Optional.empty());

    TokenWatch(Optional<Token> token, Consumer<TokenNews> news) {
        this.token = token;
        this.news = news;
    }

    /** Looks once. What could not be told is told the next time. */
    void look() {
        if (token.isEmpty()) {
            return;
        }
        TokenHealth health = token.get().health();
        Optional<TokenFault> fault =
                health instanceof TokenHealth.Away away ? Optional.of(away.fault()) : Optional.empty();
        if (fault.equals(known.get())) {
            return;
        }
        if (health instanceof TokenHealth.Away away) {
            LOG.error("the token cannot be used: {}", away.detail());
        } else {
            LOG.info("the token can be used again");
        }
        news.accept(new TokenNews(fault));
        known.set(fault);
    }

    @Override
    public Map<String, String> troubles() {
        return known.get().map(fault -> Map.of("token", fault.name())).orElse(Map.of());
    }
}
