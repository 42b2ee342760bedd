package vn.lienthong.node.outgoing.internal.signing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import vn.lienthong.crypto.pdf.PreparedSignature;

/** Writes a prepared signature as octets and reads it back; the octets lie sealed and come from nowhere else. */
final class PreparedOctets {

    private PreparedOctets() {}

    static byte[] write(PreparedSignature prepared) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(octets)) {
            out.writeUTF(prepared.fieldName());
            for (byte[] part : new byte[][] {prepared.toBeSigned(), prepared.container(), prepared.document()}) {
                out.writeInt(part.length);
                out.write(part);
            }
        }
        return octets.toByteArray();
    }

    static PreparedSignature read(byte[] octets) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets))) {
            String field = in.readUTF();
            byte[] toBeSigned = in.readNBytes(in.readInt());
            byte[] container = in.readNBytes(in.readInt());
            byte[] document = in.readNBytes(in.readInt());
            return new PreparedSignature(field, document, container, toBeSigned);
        }
    }
}
