package vn.lienthong.node.client.proof;

import java.util.Locale;

/**
 * One finding in plain words.
 *
 * @param kind what it is
 * @param vietnamese the sentence
 * @param english the same sentence
 */
public record ProofLine(Kind kind, String vietnamese, String english) {

    /** What a finding is. */
    public enum Kind {
        /** Something is proven. */
        PROVEN("✓"),
        /** Something that was claimed is not proven. */
        FAILED("✗"),
        /** Worth to know; neither good nor bad. */
        REMARK("·"),
        /** What nothing in the file can prove. */
        LIMIT("!");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }

        /** The sign before the line. */
        public String sign() {
            return sign;
        }
    }

    static ProofLine proven(String vietnamese, String english) {
        return new ProofLine(Kind.PROVEN, vietnamese, english);
    }

    static ProofLine failed(String vietnamese, String english) {
        return new ProofLine(Kind.FAILED, vietnamese, english);
    }

    static ProofLine remark(String vietnamese, String english) {
        return new ProofLine(Kind.REMARK, vietnamese, english);
    }

    static ProofLine limit(String vietnamese, String english) {
        return new ProofLine(Kind.LIMIT, vietnamese, english);
    }

    /** The sentence in English, or else in Vietnamese. */
    public String in(Locale language) {
        return language.getLanguage().equals("en") ? english : vietnamese;
    }
}
