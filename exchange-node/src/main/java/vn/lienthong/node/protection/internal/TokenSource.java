package vn.lienthong.node.protection.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import vn.lienthong.crypto.token.Token;
import vn.lienthong.crypto.token.TokenException;
import vn.lienthong.crypto.token.TokenFault;
import vn.lienthong.node.platform.DurableFiles;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.platform.SecretFile;
import vn.lienthong.node.platform.StartRefusedException;
import vn.lienthong.node.protection.MasterKeyState.Origin;

/**
 * A master key that lies in the data directory, but wrapped by a key that never leaves a token. The token is asked at the start and at
 * rotations only.
 */
final class TokenSource implements MasterKeySource {

    private static final String NAME = "master-key.wrapped";
    private static final byte[] CONTEXT = "lienthong/master-key/1".getBytes(StandardCharsets.US_ASCII);

    private final Token token;
    private final String label;
    private final Path file;
    private final Path follower;
    private final DrawnLeftover drawn;
    private final SecureRandom random;

    TokenSource(Token token, String label, Path secrets, SecureRandom random) {
        this.token = token;
        this.label = label;
        this.file = secrets.resolve(NAME);
        this.follower = secrets.resolve(NAME + OutsideSource.NEXT);
        this.drawn = new DrawnLeftover(secrets, random);
        this.random = random;
    }

    @Override
    public Origin origin() {
        return Origin.TOKEN;
    }

    @Override
    public String place() {
        return "the token, key " + label;
    }

    @Override
    public boolean isLaid() {
        return Files.exists(file);
    }

    @Override
    public MasterKeys read(boolean inUse) {
        List<MasterKey> byAge = new ArrayList<>(drawn.keys());
        if (!Files.exists(file)) {
            if (inUse && byAge.isEmpty()) {
                throw new StartRefusedException("LT-9003: the wrapped master key of this installation is missing: "
                        + file + "; put it back from its backup");
            }
            write(file);
        }
        MasterKey present = unwrap(file);
        byAge.add(present);
        if (Files.exists(follower)) {
            byAge.add(unwrap(follower));
        }
        return new MasterKeys(List.copyOf(byAge), present);
    }

    @Override
    public Optional<MasterKey> next() {
        if (!Files.exists(follower)) {
            write(follower);
        }
        return Optional.of(unwrap(follower));
    }

    private void write(Path place) {
        byte[] octets = new byte[MasterKey.OCTETS];
        random.nextBytes(octets);
        try {
            new SecretFile(place).write(new Secret(Base64.getEncoder().encodeToString(wrapped(octets))));
        } catch (IOException e) {
            throw MasterKeyFile.refused("the master key cannot be wrapped by " + place() + ": " + e.getMessage(), e);
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    private byte[] wrapped(byte[] octets) throws TokenException {
        try {
            return token.wrap(label, CONTEXT, octets);
        } catch (TokenException refused) {
            if (refused.fault() != TokenFault.NO_SUCH_KEY) {
                throw refused;
            }
            token.generateWrappingKey(label);
            return token.wrap(label, CONTEXT, octets);
        }
    }

    private MasterKey unwrap(Path place) {
        byte[] octets = new byte[0];
        try {
            byte[] wrapped =
                    Base64.getDecoder().decode(new SecretFile(place).read().reveal());
            octets = token.unwrap(label, CONTEXT, wrapped);
            return MasterKey.of(octets, random);
        } catch (IOException | IllegalArgumentException e) {
            throw MasterKeyFile.refused("the master key cannot be unwrapped by " + place() + ": " + e.getMessage(), e);
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    @Override
    public void settle(MasterKey target) {
        drawn.remove();
        if (!Files.exists(follower)) {
            return;
        }
        try {
            if (unwrap(follower).id().equals(target.id())) {
                Files.move(follower, file, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.delete(follower);
            }
            DurableFiles.forceDirectoryOf(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the wrapped master key " + file + " cannot be replaced", e);
        }
    }
}
