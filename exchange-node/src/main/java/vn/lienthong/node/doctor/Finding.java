package vn.lienthong.node.doctor;

/**
 * One line of what the doctor says.
 *
 * @param grade how good it is
 * @param subject a word that stays the same, for programs
 * @param found what was found
 * @param todo what to do about it; both texts empty when there is nothing to do
 */
public record Finding(Grade grade, String subject, Words found, Words todo) {

    private static final Words NOTHING = new Words("", "");

    /** How good it is. */
    public enum Grade {
        /** As it should be. */
        OK("OK"),
        /** It works, and could be safer. */
        CARE("!"),
        /** Something is not protected or does not work. */
        WRONG("✖");

        private final String sign;

        Grade(String sign) {
            this.sign = sign;
        }

        /** As it is shown. */
        public String sign() {
            return sign;
        }
    }

    /**
     * A text in both languages.
     *
     * @param vietnamese for people here
     * @param english for people elsewhere
     */
    public record Words(String vietnamese, String english) {}

    /** All is well. */
    public static Finding ok(String subject, String vietnamese, String english) {
        return new Finding(Grade.OK, subject, new Words(vietnamese, english), NOTHING);
    }

    /** It could be safer. */
    public static Finding care(String subject, Words found, Words todo) {
        return new Finding(Grade.CARE, subject, found, todo);
    }

    /** It is wrong. */
    public static Finding wrong(String subject, Words found, Words todo) {
        return new Finding(Grade.WRONG, subject, found, todo);
    }
}
