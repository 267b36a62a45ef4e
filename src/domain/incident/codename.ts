// Innocuous words only: whoever overhears them must not learn that there is an incident, nor of which kind.
const adjectives =
  `agate alabaster almond amber amethyst apricot aqua ashen autumn azure beige birch bronze butter caramel cedar
    cherry chestnut cinnamon citrine clover cobalt copper coral cotton cream crystal daisy dappled emerald fern
    flaxen frosty garnet ginger golden hazel honey indigo ivory jade jasmine juniper lavender lemon lilac linen
    lunar mahogany maple marigold mellow mint misty mossy oaken olive opal orchid pearl peach pine plum poppy quartz
    rosy ruby saffron sandy sapphire scarlet sepia silver spruce sunny teal topaz tulip turquoise vanilla velvet
    violet walnut willow woolen`.split(/\s+/)

const nouns =
  `acorn alpaca armchair badger balloon banjo basket beaver bicycle biscuit bluebird bobbin bonsai bookcase bramble
    button canoe carousel cello chickadee comet cottage cricket cushion dolphin donkey dormouse dragonfly duckling
    egret fiddle finch flamingo fountain gazebo gazelle giraffe goldfinch hammock harp hedgehog heron hopscotch ibis
    kettle kite kiwi koala ladybird lantern lemur library llama magpie mandolin manatee meadow minnow mitten muffin
    narwhal newt orchard ostrich otter pancake parasol pelican penguin piano picnic platypus pony puffin quail
    rabbit raccoon robin saddle sandpiper scarf seahorse sparrow starling swallow teacup thimble toucan turtle
    unicorn waffle walrus wombat wren yak zebra`.split(/\s+/)

/** FNV-1a, 32 bits. */
const hash = (text: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

// A prime with no factor in common with the count of names: numbers that follow one another never share a name before
// all have been used, and both of their words differ.
const stride = 2531

/** What an incident is called aloud, in chats and in titles: `sapphire-unicorn`. The same number has always the same. */
export const codename = (repositoryId: string, number: number): string => {
  const count = adjectives.length * nouns.length
  const at = (hash(repositoryId) + (number % count) * stride) % count
  return `${adjectives[at % adjectives.length]}-${nouns[Math.floor(at / adjectives.length)]}`
}
