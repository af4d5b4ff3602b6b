package io.registrar.metadata;

/**
 * How large a JSON text and its parts may be (reference H).
 *
 * @param nesting levels of objects and arrays
 * @param members members of one object
 * @param arrayElements elements of one array
 * @param nameLength characters of a member name
 * @param stringLength characters of a string
 * @param numberLength characters of a number
 */
record JsonLimits(int nesting, int members, int arrayElements, int nameLength, int stringLength, int numberLength) {

    static JsonLimits of(MetadataLimits limits) {
        return new JsonLimits(
                limits.nesting(),
                limits.members(),
                limits.arrayElements(),
                limits.nameLength(),
                limits.stringLength(),
                limits.numberLength());
    }
}
