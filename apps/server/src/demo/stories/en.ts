import type { Phrases } from './story.ts'

export const en: Phrases = {
  hello: ['Hello,', 'Hi,', 'Good morning,', 'Hi there,'],
  helloCustomer: ['Hello {first},', 'Hi {first},', 'Good day, {first},'],
  customerBye: ['Kind regards,\n{name}', 'Best wishes\n{name}', 'Thanks,\n{name}'],
  operatorBye: ['Kind regards,\n{operator}\nBrewhaus customer care', 'All the best,\n{operator}, Brewhaus'],
  thanks: [
    'Perfect, thank you!',
    'Great, that helps a lot.',
    'Thanks for the quick answer.',
    'Works now, thank you very much 🙂',
    'Understood, thanks.',
  ],
  welcome: [
    'You are welcome. Enjoy your coffee!',
    'Glad to help. Have a nice day!',
    'Any time. Just write if something else comes up.',
  ],
  nudge: ['Are you still there? I am happy to help.', 'I have not heard back from you. Does the question still stand?'],
  notPossible: [
    'I am sorry, in this case we cannot do that: the purchase was more than two years ago. I can offer you 10% on a new machine.',
    'Unfortunately the manufacturer has refused it. I am sorry that I have no better news.',
  ],
  sameMatter: [
    'I see that you have written to us about this already; my colleague answers you there, so that nothing gets lost.',
  ],
  callBack: 'Please call me back about {machine}',
  praise: ['Fast and friendly', 'Solved within minutes', 'Very patient, thank you', ''],
  blame: ['It took too long', 'I had to explain everything twice', ''],
  stories: {
    delivery: {
      title: ['Parcel with order {order} has not arrived', 'Where is my order {order}?'],
      open: [
        'I ordered a {machine} {days} days ago (order {order}) and the parcel still has not arrived. Where is it?',
        'the tracking of my order {order} has not moved for {days} days. Can you find out what happened?',
      ],
      ask: [
        'Let me look into it. Is the delivery address still the one in {city}?',
        'I am checking with the carrier. Did you get a text message from the courier?',
      ],
      detail: [
        'Yes, {city} is right. Somebody is at home all day.',
        'No message at all. The status only says "in transit".',
      ],
      solve: [
        'The parcel was held at the depot in {city}; I have released it and it comes tomorrow before noon.',
        'The carrier has lost it, I am sorry. I have sent a new one by express today; you will get the tracking number in an hour.',
      ],
    },
    wrongItem: {
      title: ['Wrong item in order {order}', 'Milk jug missing in order {order}'],
      open: [
        'I got the wrong thing. I ordered a {machine}, but there is a grinder in the box. Order {order}.',
        'my order {order} came today, but the milk jug is missing from the box.',
      ],
      ask: [
        'I am sorry about that. Could you tell me the number on the label of the box?',
        'How annoying. Is the rest of the delivery all right?',
      ],
      detail: ['The label says 4407-B. Everything else is fine.', 'Yes, the rest is fine, and the {machine} works.'],
      solve: [
        'Thank you. The right one leaves our warehouse today; the courier takes the wrong one along, you need not pay anything.',
        'I have sent the missing part today, free of charge. It should be in {city} in two days.',
      ],
    },
    giveBack: {
      title: ['Return of {machine}', 'I would like to return order {order}'],
      open: [
        'the {machine} is too big for our kitchen. How can I return it? I bought it {days} days ago.',
        'I would like to send back order {order}. The machine has not been used. What do I have to do?',
      ],
      ask: [
        'No problem, you have 30 days. Do you still have the original packaging?',
        'Of course. Shall the courier fetch it, or would you rather bring it to a parcel shop?',
      ],
      detail: [
        'Yes, I kept the box and everything that was in it.',
        'It would be good if the courier came, it is rather heavy.',
      ],
      solve: [
        'I have sent you the return label. As soon as the machine is here we pay back {sum} within three working days.',
        'The courier comes to {city} on Thursday between 9 and 13. Please put the label on the box; the refund follows.',
      ],
    },
    invoice: {
      title: ['Invoice for order {order}', 'Wrong company name on the invoice'],
      open: [
        'I need an invoice with our VAT number for order {order}. I only got a receipt.',
        'the invoice for order {order} has the old name of our company. Can you correct it?',
      ],
      ask: [
        'Gladly. Please send me the company name, address and VAT number.',
        'Of course. What exactly should it say?',
      ],
      detail: [
        'It is as in our account, only the VAT number is missing: GB 123 4567 89.',
        'The new name is in my signature, the address in {city} stays the same.',
      ],
      solve: [
        'The corrected invoice over {sum} is on its way to your mailbox.',
        'Done: the new invoice replaces the old one. You also find it under "My orders".',
      ],
    },
    refund: {
      title: ['Charged twice for order {order}', 'Refund of {sum} has not arrived'],
      open: [
        'my card was charged twice for order {order}: {sum} and again {sum}. Please refund one.',
        'you promised a refund of {sum} {days} days ago, but nothing has arrived on my account.',
      ],
      ask: [
        'I am sorry. Was it the same card both times? The last four digits are enough.',
        'I am asking our accountants. Did you pay by card or by bank transfer?',
      ],
      detail: ['The same card, ending in 4821.', 'By bank transfer, from my business account.'],
      solve: [
        'You are right, one of the two was never captured. The bank releases {sum} within two days.',
        'The refund was stopped by a wrong account number. I have started it again: {sum} will be there tomorrow.',
      ],
    },
    leak: {
      title: ['{machine} leaks', 'Water under the {machine}'],
      open: [
        'there is water under my {machine} every morning. What can I do?',
        'my {machine} has been leaking at the front since yesterday. It is {days} months old.',
      ],
      ask: [
        'Does it leak while it brews, or also when it is switched off?',
        'Could you look whether the seal of the water tank is in place?',
      ],
      detail: ['Only while it is brewing, and it is not much.', 'The seal is there, but it looks worn on one side.'],
      solve: [
        'That is the seal of the brew group. I am sending you a new one with instructions; changing it takes five minutes.',
        'This is covered by the guarantee. Our technician in {city} will call you tomorrow to arrange a visit.',
      ],
    },
    descale: {
      title: ['Red light after descaling {machine}', '{machine} wants descaling again and again'],
      open: [
        'I descaled my {machine}, but the red light still blinks. What did I do wrong?',
        'my {machine} asks for descaling every few days, although I use filtered water.',
      ],
      ask: [
        'Did you run the rinsing at the end, until the tank was empty?',
        'Which water hardness is set in the menu?',
      ],
      detail: ['I think I stopped the rinsing too early.', 'It says 4. I have never changed that.'],
      solve: [
        'Then please fill the tank, hold the steam button for five seconds and let it run through. The light goes out at the end.',
        'With a filter it should be 1. Menu, Settings, Water hardness; then it asks about every three months.',
      ],
    },
    advice: {
      title: ['Which machine for an office of {days} people?', 'Beans for {machine}'],
      open: [
        'we are {days} people in the office and looking for a machine. Would the {machine} be enough?',
        'which beans go well with the {machine}? We like it strong, but not bitter.',
      ],
      ask: [
        'How many cups a day do you drink, roughly, and do you need milk drinks?',
        'Do you drink it rather as espresso or with milk?',
      ],
      detail: ['About sixty cups, half of them with milk.', 'Mostly espresso, at the weekend a cappuccino.'],
      solve: [
        'Then I would take the {machine} with the large milk system; it makes up to a hundred cups a day. I have sent you an offer over {sum}.',
        'Try our House Blend, medium roast, grind setting 3. I have put a sample into your next order.',
      ],
    },
  },
}
