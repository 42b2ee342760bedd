package vn.lienthong.node.secret.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.protection.FieldSealing;

/** Seals what the tables of the secret area hold, each kind under a key of its own. */
@InNodeRole
@Component
class Seals {

    static final String METADATA = "secret-metadata";
    static final String SHARES = "secret-share";
    static final String PERSONS = "secret-person";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectProvider<FieldSealing> fields;

    Seals(ObjectProvider<FieldSealing> fields) {
        this.fields = fields;
    }

    byte[] metadata(byte[] place, Object value) {
        byte[] plain = JSON.writeValueAsBytes(value);
        try {
            return fields.getObject().seal(METADATA, place, plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    <T> T metadata(byte[] place, byte[] sealed, Class<T> type) {
        byte[] plain = fields.getObject().open(METADATA, place, sealed);
        try {
            return JSON.readValue(plain, type);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    byte[] text(byte[] place, String text) {
        return fields.getObject().seal(METADATA, place, text.getBytes(StandardCharsets.UTF_8));
    }

    String text(byte[] place, byte[] sealed) {
        return new String(fields.getObject().open(METADATA, place, sealed), StandardCharsets.UTF_8);
    }

    byte[] octets(byte[] place, byte[] plain) {
        return fields.getObject().seal(METADATA, place, plain);
    }

    byte[] openOctets(byte[] place, byte[] sealed) {
        return fields.getObject().open(METADATA, place, sealed);
    }

    byte[] share(byte[] place, byte[] share) {
        return fields.getObject().seal(SHARES, place, share);
    }

    byte[] openShare(byte[] place, byte[] sealed) {
        return fields.getObject().open(SHARES, place, sealed);
    }

    byte[] person(byte[] place, byte[] keys) {
        return fields.getObject().seal(PERSONS, place, keys);
    }

    byte[] openPerson(byte[] place, byte[] sealed) {
        return fields.getObject().open(PERSONS, place, sealed);
    }
}
