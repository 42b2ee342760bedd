package vn.lienthong.crypto.internal.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vn.lienthong.crypto.token.TokenException;
import vn.lienthong.crypto.token.TokenFault;
import vn.lienthong.crypto.token.TokenPlace;
import vn.lienthong.crypto.token.TokenSettings;

/**
 * The connection to a token: opened when it is first needed, opened again when it broke. An operation that failed because of the
 * connection is tried once more. Thread-safe; no more operations run at once than the settings allow.
 */
public final class TokenLink {

    /** So long a refusal is repeated without asking the token again, so that a token that is away does not cost each caller its time. */
    private static final long PATIENCE_NANOS = 1_000_000_000L;

    /** So long the module is left alone after it was started anew. */
    private static final long RESTART_NANOS = 3_000_000_000L;

    private final TokenSettings settings;
    private final Semaphore sessions;
    private final Lock opening = new ReentrantLock();
    private volatile @Nullable TokenSession current;
    private volatile @Nullable Refusal refusal;
    private long restarted = System.nanoTime() - RESTART_NANOS;

    private record Refusal(TokenException why, long at, long pinFile) {}

    /** Does not touch the token yet. */
    public TokenLink(TokenSettings settings) {
        this.settings = settings;
        this.sessions = new Semaphore(settings.sessions(), true);
    }

    /** Something to do with an open token. */
    @FunctionalInterface
    interface Operation<T> {
        T with(TokenSession session) throws GeneralSecurityException, IOException;
    }

    /** Does it, with a new log-in and a second try if the connection turns out to be broken. */
    <T> T call(Operation<T> operation) throws TokenException {
        sessions.acquireUninterruptibly();
        try {
            TokenSession session = session();
            try {
                return attempt(session, operation);
            } catch (TokenException e) {
                if (e.fault() != TokenFault.FAILED || !TokenWords.isLost(e)) {
                    throw e;
                }
                drop(session);
                return attempt(session(), operation);
            }
        } finally {
            sessions.release();
        }
    }

    private <T> T attempt(TokenSession session, Operation<T> operation) throws TokenException {
        Lock use = Pkcs11Library.of(settings.library()).use().readLock();
        use.lock();
        try {
            return operation.with(session);
        } catch (TokenException e) {
            throw e;
        } catch (GeneralSecurityException | IOException | ProviderException e) {
            throw new TokenException(TokenFault.FAILED, TokenWords.of(e), e);
        } finally {
            use.unlock();
        }
    }

    private void drop(TokenSession broken) {
        opening.lock();
        try {
            if (current == broken) {
                current = null;
            }
        } finally {
            opening.unlock();
        }
    }

    private TokenSession session() throws TokenException {
        TokenSession session = current;
        return session == null ? open() : session;
    }

    private TokenSession open() throws TokenException {
        opening.lock();
        try {
            TokenSession session = current;
            if (session == null) {
                repeatRefusal();
                session = openAnew();
                current = session;
                refusal = null;
            }
            return session;
        } catch (TokenException e) {
            Refusal before = refusal;
            if (before == null || before.why() != e) {
                refusal = new Refusal(e, System.nanoTime(), pinFile());
            }
            throw e;
        } finally {
            opening.unlock();
        }
    }

    private void repeatRefusal() throws TokenException {
        Refusal last = refusal;
        if (last == null) {
            return;
        }
        boolean fresh = System.nanoTime() - last.at() < PATIENCE_NANOS;
        boolean samePin = last.why().fault() == TokenFault.PIN_REFUSED && last.pinFile() == pinFile();
        if (fresh || samePin) {
            throw last.why();
        }
    }

    /** Changes when the PIN file does. */
    private long pinFile() {
        try {
            return Files.getLastModifiedTime(settings.pin().file(), LinkOption.NOFOLLOW_LINKS)
                    .toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    private TokenSession openAnew() throws TokenException {
        try {
            return logIn();
        } catch (TokenException e) {
            boolean broken = e.fault() == TokenFault.FAILED || e.fault() == TokenFault.TOKEN_ABSENT;
            if (!broken || System.nanoTime() - restarted < RESTART_NANOS) {
                throw e;
            }
            restarted = System.nanoTime();
            Pkcs11Library.of(settings.library()).restart();
            return logIn();
        }
    }

    private TokenSession logIn() throws TokenException {
        Pkcs11Library library = Pkcs11Library.of(settings.library());
        Lock use = library.use().readLock();
        use.lock();
        try {
            Pkcs11Library.Present token = choose(library.tokens());
            if (token.isPinInDanger()) {
                throw new TokenException(TokenFault.PIN_LOCKED, "the token warns that its PIN is (nearly) locked");
            }
            return TokenSession.open(settings, token);
        } finally {
            use.unlock();
        }
    }

    private Pkcs11Library.Present choose(List<Pkcs11Library.Present> tokens) throws TokenException {
        List<Pkcs11Library.Present> meant =
                tokens.stream().filter(this::isMeant).toList();
        if (meant.isEmpty()) {
            throw new TokenException(TokenFault.TOKEN_ABSENT, "no token at " + settings.place());
        }
        if (meant.size() > 1) {
            throw new TokenException(TokenFault.LABEL_AMBIGUOUS, meant.size() + " tokens at " + settings.place());
        }
        return meant.getFirst();
    }

    private boolean isMeant(Pkcs11Library.Present token) {
        return token.isInitialised()
                && switch (settings.place()) {
                    case TokenPlace.Label(String value) -> value.equals(token.label());
                    case TokenPlace.Slot(long id) -> id == token.slot();
                };
    }

    @Override
    public String toString() {
        return settings.place() + " of " + settings.library();
    }
}
