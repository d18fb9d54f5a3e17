/**
 * The endpoint that Amazon Q Developer in chat applications subscribes, by HTTPS, to the topics of its channels: one for
 * all channels, in every region.
 */
export const CHAT_ENDPOINT = "https://global.sns-api.chatbot.amazonaws.com";
